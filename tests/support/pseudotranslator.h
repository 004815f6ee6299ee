#pragma once

#include <QTranslator>

namespace idscope::test {

/// The pseudo-locale: every text that goes through tr() comes out bracketed, accented and about a third longer, its
/// placeholders, mnemonics and markup-free content otherwise intact. What stays plain on the screen was not translated;
/// what is cut has too little room for other languages. Install it like any translator.
class PseudoTranslator : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
    bool isEmpty() const override { return false; }

    static constexpr char16_t opening = u'⟦';
    static constexpr char16_t closing = u'⟧';
    static QString pseudo(const QString& source);
};

} // namespace idscope::test
