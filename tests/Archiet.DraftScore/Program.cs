using Archiet.DraftScore.Commands;

// Each command prints what it found and ends with its figures.
ICommand[] commands = [new ScoreCommand(), new PropertiesCommand()];

var chosen = Array.Find(commands, command => args is [var name, ..] && command.Name == name);
if (chosen is null)
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/Archiet.DraftScore -- COMMAND");
    foreach (var command in commands)
    {
        Console.Error.WriteLine($"  {command.Name,-10} {command.Purpose}");
    }
    return 2;
}
try
{
    return await chosen.RunAsync(args[1..]).ConfigureAwait(false);
}
catch (Exception failed) when (failed is FormatException or IOException)
{
    // A draft with mistakes, a document that is not in its folder: the message says which.
    return await CommandLine.RefuseAsync(failed.Message).ConfigureAwait(false);
}
