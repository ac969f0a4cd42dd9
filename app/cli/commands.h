#pragma once

#include <QStringList>

namespace packbench {

// One function per command of design contract "packctl"; arguments come behind the command's name.
// Each returns an exit code and throws UsageError or StationFault.
int runInit(const QStringList& arguments);
int runImportItems(const QStringList& arguments);
int runImportOrders(const QStringList& arguments);
int runImportWaybills(const QStringList& arguments);
int runOrderList(const QStringList& arguments);
int runOrderShow(const QStringList& arguments);
int runOrderHold(const QStringList& arguments);
int runOrderRelease(const QStringList& arguments);
int runDue(const QStringList& arguments);
int runWindow(const QStringList& arguments);
int runScanClassify(const QStringList& arguments);
int runStation(const QStringList& arguments);
int runLabelList(const QStringList& arguments);
int runLabelUnfinished(const QStringList& arguments);
int runLabelAgain(const QStringList& arguments);
int runLabelRedo(const QStringList& arguments);
int runLabelExtra(const QStringList& arguments);
int runLabelNotThere(const QStringList& arguments);
int runLabelRender(const QStringList& arguments);
int runLabelPrint(const QStringList& arguments);
int runLabelTemplate(const QStringList& arguments);
int runLabelAhead(const QStringList& arguments);
int runLabelCheck(const QStringList& arguments);
int runLabelConvert(const QStringList& arguments);
int runLabelInbox(const QStringList& arguments);
int runLabelInboxTake(const QStringList& arguments);
int runLabelInboxShow(const QStringList& arguments);
int runLabelInboxDiscard(const QStringList& arguments);
int runLabelInboxListen(const QStringList& arguments);
int runLabelInboxAssign(const QStringList& arguments);
int runDispatchList(const QStringList& arguments);
int runDispatchExport(const QStringList& arguments);
int runDispatchReconcile(const QStringList& arguments);
int runGate(const QStringList& arguments);
int runHandoverOpen(const QStringList& arguments);
int runHandoverScan(const QStringList& arguments);
int runHandoverClose(const QStringList& arguments);
int runHandoverShow(const QStringList& arguments);
int runHandoverList(const QStringList& arguments);
int runHandoverExport(const QStringList& arguments);
int runClock(const QStringList& arguments);
int runClockConfirm(const QStringList& arguments);
int runDevices(const QStringList& arguments);
int runDevicesLanguage(const QStringList& arguments);
int runPrintTest(const QStringList& arguments);
int runPrintStatus(const QStringList& arguments);
int runPrintCalibrate(const QStringList& arguments);
int runTapeRecord(const QStringList& arguments);
int runTapeReplay(const QStringList& arguments);
int runVirtualPrinter(const QStringList& arguments);
int runBackup(const QStringList& arguments);
int runRestore(const QStringList& arguments);
int runQuarantineList(const QStringList& arguments);
int runQuarantineCompare(const QStringList& arguments);
int runQuarantineRelease(const QStringList& arguments);
int runQuarantineVoid(const QStringList& arguments);
int runQuarantineClose(const QStringList& arguments);
int runDoctor(const QStringList& arguments);
int runStaffAdd(const QStringList& arguments);
int runSettings(const QStringList& arguments);
int runAuditVerify(const QStringList& arguments);
int runAuditHead(const QStringList& arguments);
int runAuditList(const QStringList& arguments);

} // namespace packbench
