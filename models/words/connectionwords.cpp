#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

QString sentence(KeychainFault fault) {
    switch (fault) {
    case KeychainFault::Absent:
        return Words::tr("There is no system keychain here.");
    case KeychainFault::Locked:
        return Words::tr("The system keychain is locked.");
    case KeychainFault::Denied:
        return Words::tr("The system keychain refused access.");
    case KeychainFault::NoAnswer:
        return Words::tr("The system keychain does not answer.");
    case KeychainFault::NoSecret:
        return Words::tr("The system keychain holds no secret for this profile.");
    case KeychainFault::Failed:
        return Words::tr("The system keychain reported a fault.");
    }
    Q_UNREACHABLE();
}

QString sentence(const AuthorityFault& fault) {
    if (fault.systemError == 0)
        return Words::tr("The file with your own certificate authority holds no certificate in PEM form. Choose "
                         "another file.");
    return withCode(Words::tr("The file with your own certificate authority can't be read: %1. Choose another file, or "
                              "check its rights.")
                        .arg(systemReason(fault.systemError)),
                    systemCode(fault.systemError));
}

QString trialSentence(const ExportError& error) {
    switch (error.kind) {
    case ExportErrorKind::KeyRefused:
        return withCode(Words::tr("The server refused this key. Type its ID and secret anew, or use another key."),
                        QString::number(error.httpStatus));
    case ExportErrorKind::NotAllowed:
        return withCode(Words::tr("The server knows this key, but it may not export. Ask your tenant's administrator "
                                  "for the export permission, or use another key."),
                        QString::number(error.httpStatus));
    case ExportErrorKind::NoSuchExport:
    case ExportErrorKind::UnexpectedReply:
    case ExportErrorKind::NotATable:
        return withCode(Words::tr("What answers at this address is not the export API. Check the address."),
                        error.httpStatus == 0 ? QString() : QString::number(error.httpStatus));
    default:
        return sentence(error);
    }
}

} // namespace idscope::words
