<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CellReader</name>
    <message numerus="yes">
        <source>and %n more values in this cell</source>
        <translation>
            <numerusform>and %n more value in this cell</numerusform>
            <numerusform>and %n more values in this cell</numerusform>
        </translation>
    </message>
</context>
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
    <name>TableSourceWords</name>
    <message numerus="yes">
        <source>%1, %n exports</source>
        <comment>resource</comment>
        <translation>
            <numerusform>%1, %n export</numerusform>
            <numerusform>%1, %n exports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots, the oldest of %1</source>
        <translation>
            <numerusform>%n snapshot, the oldest of %1</numerusform>
            <numerusform>%n snapshots, the oldest of %1</numerusform>
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
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in at most %Ln hops</source>
        <translation>
            <numerusform>in at most %Ln hop</numerusform>
            <numerusform>in at most %Ln hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reaches %Ln entities:</source>
        <translation>
            <numerusform>%1 reaches %Ln entity:</numerusform>
            <numerusform>%1 reaches %Ln entities:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities reach %1:</source>
        <translation>
            <numerusform>%Ln entity reaches %1:</numerusform>
            <numerusform>%Ln entities reach %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shortest paths from %1 to %2:</source>
        <translation>
            <numerusform>%Ln shortest path from %1 to %2:</numerusform>
            <numerusform>%Ln shortest paths from %1 to %2:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hops.</source>
        <translation>
            <numerusform>%Ln hop.</numerusform>
            <numerusform>%Ln hops.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cycles:</source>
        <translation>
            <numerusform>%Ln cycle:</numerusform>
            <numerusform>%Ln cycles:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 all reach %Ln entities:</source>
        <translation>
            <numerusform>%1 all reach %Ln entity:</numerusform>
            <numerusform>%1 all reach %Ln entities:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrows left out</source>
        <translation>
            <numerusform>%Ln arrow left out</numerusform>
            <numerusform>%Ln arrows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln arrows that lead sideways or back not drawn</source>
        <translation>
            <numerusform>%Ln arrow that leads sideways or back not drawn</numerusform>
            <numerusform>%Ln arrows that lead sideways or back not drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hops</source>
        <translation>
            <numerusform>%Ln hop</numerusform>
            <numerusform>%Ln hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities</source>
        <translation>
            <numerusform>%Ln identity</numerusform>
            <numerusform>%Ln identities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups and roles</source>
        <translation>
            <numerusform>%Ln group or role</numerusform>
            <numerusform>%Ln groups and roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln resource</numerusform>
            <numerusform>%Ln resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <comment>entities of no known type</comment>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations lead here.</source>
        <translation>
            <numerusform>%Ln relation leads here.</numerusform>
            <numerusform>%Ln relations lead here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead on.</source>
        <translation>
            <numerusform>%Ln leads on.</numerusform>
            <numerusform>%Ln lead on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n conditions carried over</source>
        <translation>
            <numerusform>%1 of %n condition carried over</numerusform>
            <numerusform>%1 of %n conditions carried over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities left out of the drawing</source>
        <translation>
            <numerusform>%Ln entity left out of the drawing</numerusform>
            <numerusform>%Ln entities left out of the drawing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is not JSON.</source>
        <translation>
            <numerusform>%1 row whose “%2” is not JSON.</numerusform>
            <numerusform>%1 rows whose “%2” is not JSON.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no instant.</source>
        <translation>
            <numerusform>%1 row whose “%2” is no instant.</numerusform>
            <numerusform>%1 rows whose “%2” is no instant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no number.</source>
        <translation>
            <numerusform>%1 row whose “%2” is no number.</numerusform>
            <numerusform>%1 rows whose “%2” is no number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no BRN.</source>
        <translation>
            <numerusform>%1 row whose “%2” is no BRN.</numerusform>
            <numerusform>%1 rows whose “%2” is no BRN.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is no hex colour.</source>
        <translation>
            <numerusform>%1 row whose “%2” is no hex colour.</numerusform>
            <numerusform>%1 rows whose “%2” is no hex colour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is not what the column holds.</source>
        <translation>
            <numerusform>%1 row whose “%2” is not what the column holds.</numerusform>
            <numerusform>%1 rows whose “%2” is not what the column holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows with another number of cells than the header.</source>
        <translation>
            <numerusform>%1 row with another number of cells than the header.</numerusform>
            <numerusform>%1 rows with another number of cells than the header.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows with bytes that are not UTF-8.</source>
        <translation>
            <numerusform>%1 row with bytes that are not UTF-8.</numerusform>
            <numerusform>%1 rows with bytes that are not UTF-8.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows without “%2”, which every row should have.</source>
        <translation>
            <numerusform>%1 row without “%2”, which every row should have.</numerusform>
            <numerusform>%1 rows without “%2”, which every row should have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows whose “%2” is not the type of their BRN.</source>
        <translation>
            <numerusform>%1 row whose “%2” is not the type of its BRN.</numerusform>
            <numerusform>%1 rows whose “%2” is not the type of their BRN.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows that are the same as an earlier one.</source>
        <translation>
            <numerusform>%1 row that is the same as an earlier one.</numerusform>
            <numerusform>%1 rows that are the same as an earlier one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows that share their “%2” with others.</source>
        <translation>
            <numerusform>%1 row that shares its “%2” with others.</numerusform>
            <numerusform>%1 rows that share their “%2” with others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 relations of what no identity reaches.</source>
        <translation>
            <numerusform>%1 relation of what no identity reaches.</numerusform>
            <numerusform>%1 relations of what no identity reaches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 relations that lead round in a circle.</source>
        <translation>
            <numerusform>%1 relation that leads round in a circle.</numerusform>
            <numerusform>%1 relations that lead round in a circle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::ActivityModel</name>
    <message numerus="yes">
        <source>%1: fetched, after %Ln attempts that failed.</source>
        <translation>
            <numerusform>%1: fetched, after %Ln attempt that failed.</numerusform>
            <numerusform>%1: fetched, after %Ln attempts that failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::ComparisonPane</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
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
    <name>idscope::CrossReferences</name>
    <message numerus="yes">
        <source>%1: %n rows are called “%2”. This is the first.</source>
        <translation>
            <numerusform>%1: %n row is called “%2”. This is it.</numerusform>
            <numerusform>%1: %n rows are called “%2”. This is the first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::FacetChoices</name>
    <message numerus="yes">
        <source>JSON path, in %n rows</source>
        <translation>
            <numerusform>JSON path, in %n row</numerusform>
            <numerusform>JSON path, in %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::FacetModel</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::GraphDock</name>
    <message numerus="yes">
        <source>%n hops</source>
        <translation>
            <numerusform>%n hop</numerusform>
            <numerusform>%n hops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::GraphPage</name>
    <message numerus="yes">
        <source>These relations lack %n names of the view.</source>
        <translation>
            <numerusform>These relations lack %n name of the view.</numerusform>
            <numerusform>These relations lack %n names of the view.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::Graphs</name>
    <message numerus="yes">
        <source>%Ln exports of relations as one</source>
        <translation>
            <numerusform>%Ln export of relations</numerusform>
            <numerusform>%Ln exports of relations as one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::InsightSide</name>
    <message numerus="yes">
        <source>%n labels have this name.</source>
        <translation>
            <numerusform>%n label has this name.</numerusform>
            <numerusform>%n labels have this name.</numerusform>
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
    <name>idscope::LabelDelegate</name>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::LabelDock</name>
    <message numerus="yes">
        <source>%n insights</source>
        <translation>
            <numerusform>%n insight</numerusform>
            <numerusform>%n insights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::LabelGalleryModel</name>
    <message numerus="yes">
        <source>%n insights</source>
        <translation>
            <numerusform>%n insight</numerusform>
            <numerusform>%n insights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::LabelStrip</name>
    <message numerus="yes">
        <source>%n below 4.5 on dark</source>
        <translation>
            <numerusform>%n below 4.5 on dark</numerusform>
            <numerusform>%n below 4.5 on dark</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below 4.5 on light</source>
        <translation>
            <numerusform>%n below 4.5 on light</numerusform>
            <numerusform>%n below 4.5 on light</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an ID</source>
        <translation>
            <numerusform>%n without an ID</numerusform>
            <numerusform>%n without an ID</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no insight uses</source>
        <translation>
            <numerusform>%n no insight uses</numerusform>
            <numerusform>%n no insight uses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::OpenTables</name>
    <message numerus="yes">
        <source>Saved %Ln rows as %1.</source>
        <translation>
            <numerusform>Saved %Ln row as %1.</numerusform>
            <numerusform>Saved %Ln rows as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells were given a leading apostrophe.</source>
        <translation>
            <numerusform>%Ln cell was given a leading apostrophe.</numerusform>
            <numerusform>%Ln cells were given a leading apostrophe.</numerusform>
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
    <message numerus="yes">
        <source>first %1 columns, %Ln more</source>
        <translation>
            <numerusform>first %1 columns, %Ln more</numerusform>
            <numerusform>first %1 columns, %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::ResourcePage</name>
    <message numerus="yes">
        <source>%n columns hidden</source>
        <translation>
            <numerusform>%n column hidden</numerusform>
            <numerusform>%n columns hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch relations of %n integrations</source>
        <translation>
            <numerusform>Fetch relations of %n integration</numerusform>
            <numerusform>Fetch relations of %n integrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows selected</source>
        <translation>
            <numerusform>%Ln row selected</numerusform>
            <numerusform>%Ln rows selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cells selected</source>
        <translation>
            <numerusform>%1 cell selected</numerusform>
            <numerusform>%1 cells selected</numerusform>
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
    <name>idscope::SaveStrip</name>
    <message numerus="yes">
        <source>%Ln cells begin as formulas do: a spreadsheet would run them.</source>
        <translation>
            <numerusform>%Ln cell begins as formulas do: a spreadsheet would run it.</numerusform>
            <numerusform>%Ln cells begin as formulas do: a spreadsheet would run them.</numerusform>
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
    <name>idscope::SideBar</name>
    <message numerus="yes">
        <source>Open %n snapshots as one table</source>
        <translation>
            <numerusform>Open %n snapshot as a table</numerusform>
            <numerusform>Open %n snapshots as one table</numerusform>
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
<context>
    <name>idscope::SuggestionModel</name>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idscope::TransferModel</name>
    <message numerus="yes">
        <source>%1 of %Ln exports done</source>
        <translation>
            <numerusform>%1 of %Ln export done</numerusform>
            <numerusform>%1 of %Ln exports done</numerusform>
        </translation>
    </message>
</context>
</TS>
