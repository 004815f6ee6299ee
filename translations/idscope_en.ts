<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>QueryWords</name>
    <message numerus="yes">
        <source>%n cells were given a leading apostrophe, so that no spreadsheet reads them as formulas.</source>
        <translation>
            <numerusform>%n cell was given a leading apostrophe, so that no spreadsheet reads it as a formula.</numerusform>
            <numerusform>%n cells were given a leading apostrophe, so that no spreadsheet reads them as formulas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces of bytes that are no UTF-8 were written as U+FFFD.</source>
        <translation>
            <numerusform>%n piece of bytes that is no UTF-8 was written as U+FFFD.</numerusform>
            <numerusform>%n pieces of bytes that are no UTF-8 were written as U+FFFD.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells beyond the header were left out: JSON has no name for them.</source>
        <translation>
            <numerusform>%n cell beyond the header was left out: JSON has no name for it.</numerusform>
            <numerusform>%n cells beyond the header were left out: JSON has no name for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cells where %2 are expected, at byte %3.</source>
        <translation>
            <numerusform>%1 cell where %2 are expected, at byte %3.</numerusform>
            <numerusform>%1 cells where %2 are expected, at byte %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 notices</source>
        <translation>
            <numerusform>%1 notice</numerusform>
            <numerusform>%1 notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::ConnectDialog</name>
    <message numerus="yes">
        <source>%1 apps</source>
        <translation>
            <numerusform>%1 app</numerusform>
            <numerusform>%1 apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::Copier</name>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::JsonTreeModel</name>
    <message numerus="yes">
        <source>%1: %n members</source>
        <translation>
            <numerusform>%1: %n member</numerusform>
            <numerusform>%1: %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n elements</source>
        <translation>
            <numerusform>%1: %n element</numerusform>
            <numerusform>%1: %n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::KeepingDialog</name>
    <message numerus="yes">
        <source>%n snapshots are removed now, %1:</source>
        <translation>
            <numerusform>%n snapshot is removed now, %1:</numerusform>
            <numerusform>%n snapshots are removed now, %1:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::OpenTables</name>
    <message numerus="yes">
        <source>Saved %n rows as %1.</source>
        <translation>
            <numerusform>Saved %n row as %1.</numerusform>
            <numerusform>Saved %n rows as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells were given a leading apostrophe.</source>
        <translation>
            <numerusform>%n cell was given a leading apostrophe.</numerusform>
            <numerusform>%n cells were given a leading apostrophe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::RecordPane</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::ResourcePage</name>
    <message numerus="yes">
        <source>%n rows selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns hidden</source>
        <translation>
            <numerusform>%n column hidden</numerusform>
            <numerusform>%n columns hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells selected</source>
        <translation>
            <numerusform>%n cell selected</numerusform>
            <numerusform>%n cells selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch relations of %n integrations</source>
        <translation>
            <numerusform>Fetch relations of %n integration</numerusform>
            <numerusform>Fetch relations of %n integrations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SaveStrip</name>
    <message numerus="yes">
        <source>%n cells begin as formulas do: a spreadsheet would run them.</source>
        <translation>
            <numerusform>%n cell begins as formulas do: a spreadsheet would run it.</numerusform>
            <numerusform>%n cells begin as formulas do: a spreadsheet would run them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::Shelf</name>
    <message numerus="yes">
        <source>%n damaged snapshots were set aside.</source>
        <translation>
            <numerusform>%n damaged snapshot was set aside.</numerusform>
            <numerusform>%n damaged snapshots were set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots can’t be read.</source>
        <translation>
            <numerusform>%n snapshot can’t be read.</numerusform>
            <numerusform>%n snapshots can’t be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots of a newer version of Idscope are there, but not shown.</source>
        <translation>
            <numerusform>%n snapshot of a newer version of Idscope is there, but not shown.</numerusform>
            <numerusform>%n snapshots of a newer version of Idscope are there, but not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are damaged.</source>
        <translation>
            <numerusform>%n snapshot is damaged.</numerusform>
            <numerusform>%n snapshots are damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SnapshotActions</name>
    <message numerus="yes">
        <source>Removed %n snapshots.</source>
        <translation>
            <numerusform>Removed %n snapshot.</numerusform>
            <numerusform>Removed %n snapshots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshots that are not to be kept any longer.</source>
        <translation>
            <numerusform>Removed %n snapshot that is not to be kept any longer.</numerusform>
            <numerusform>Removed %n snapshots that are not to be kept any longer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::SnapshotButton</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
</TS>
