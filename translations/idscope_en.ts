<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
