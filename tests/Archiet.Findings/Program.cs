using Archiet.Precision;
using Archiet.Precision.Corpus;
using Archiet.Precision.FileCorpus;
using Archiet.Precision.Mutations;
using Archiet.Precision.Scan;

// One folder a command. Each prints what it found and ends with its figures.
ICommand[] commands = [new ScanCommand(), new CorpusCommand(), new RewritesCommand(), new MutationsCommand(), new FileCorpusCommand()];

var chosen = Array.Find(commands, command => args is [var name, ..] && command.Name == name);
if (chosen is null)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Archiet.Findings -- COMMAND");
    foreach (var command in commands)
    {
        Console.Error.WriteLine($"  {command.Name,-10} {command.Purpose}");
    }
    return 2;
}
return await chosen.RunAsync(args[1..]).ConfigureAwait(false);
