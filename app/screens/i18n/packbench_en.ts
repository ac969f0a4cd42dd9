<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DayEndPage</name>
    <message numerus="yes">
        <source>%n do(es) not add up</source>
        <translation><numerusform>%n does not add up</numerusform><numerusform>%n do not add up</numerusform></translation>
    </message>
</context>
<context>
    <name>DeviceTerms</name>
    <message numerus="yes">
        <source>%n label(s) still to come</source>
        <translation><numerusform>%n label still to come</numerusform><numerusform>%n labels still to come</numerusform></translation>
    </message>
</context>
<context>
    <name>DockPanel</name>
    <message numerus="yes">
        <source>%1: %n parcel(s)</source>
        <translation><numerusform>%1: %n parcel</numerusform><numerusform>%1: %n parcels</numerusform></translation>
    </message>
</context>
<context>
    <name>DuePage</name>
    <message numerus="yes">
        <source>%n packed this hour</source>
        <translation><numerusform>%n packed this hour</numerusform><numerusform>%n packed this hour</numerusform></translation>
    </message>
</context>
<context>
    <name>DueRowCard</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation><numerusform>%n order</numerusform><numerusform>%n orders</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n piece</numerusform><numerusform>%n pieces</numerusform></translation>
    </message>
</context>
<context>
    <name>FoldedLines</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n line</numerusform><numerusform>%n lines</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n piece</numerusform><numerusform>%n pieces</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more below</source>
        <translation><numerusform>%n more below</numerusform><numerusform>%n more below</numerusform></translation>
    </message>
</context>
<context>
    <name>GateRefusal</name>
    <message numerus="yes">
        <source>%n scan(s) held behind this</source>
        <translation><numerusform>%n scan held behind this</numerusform><numerusform>%n scans held behind this</numerusform></translation>
    </message>
</context>
<context>
    <name>IdleView</name>
    <message numerus="yes">
        <source>%n order(s) left</source>
        <translation><numerusform>%n order left</numerusform><numerusform>%n orders left</numerusform></translation>
    </message>
</context>
<context>
    <name>LabelView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n piece</numerusform><numerusform>%n pieces</numerusform></translation>
    </message>
</context>
<context>
    <name>PackPage</name>
    <message numerus="yes">
        <source>%n repeat(s) counted once</source>
        <translation><numerusform>%n repeat counted once</numerusform><numerusform>%n repeats counted once</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n piece</numerusform><numerusform>%n pieces</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) to go</source>
        <translation><numerusform>%n piece to go</numerusform><numerusform>%n pieces to go</numerusform></translation>
    </message>
</context>
<context>
    <name>StartUpPage</name>
    <message numerus="yes">
        <source>after %n answer(s)</source>
        <translation><numerusform>after %n answer</numerusform><numerusform>after %n answers</numerusform></translation>
    </message>
</context>
</TS>
