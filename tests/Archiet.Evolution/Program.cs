using Archiet.Evolution;
using Archiet.Evolution.Apps;

var report = new Report(Console.Out);
await new Walk(new AppApplier(), report).GoAsync();
report.Close();
return report.ExitCode;
