using Archiet.Benchmarks;
using Archiet.Benchmarks.Analyzers;
using Archiet.Benchmarks.Api;
using Archiet.Benchmarks.Live;
using Archiet.Benchmarks.Migrations;

// One file a command. Each prints what it does and ends with one line a measure: measure NAME VALUE GOAL ok|short.
ICommand[] commands = [new ApiCommand(), new GeneratorCommand(), new CompileCommand(), new LiveCommand(), new GenomeCommand(), new MigrationsCommand(), new AnalyzersCommand(), new FilesCommand()];

CompilerHost.UseCompilerOfTheSdk();
var chosen = Array.Find(commands, command => args is [var name, ..] && command.Name == name);
if (chosen is null)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Archiet.Benchmarks -- COMMAND");
    foreach (var command in commands)
    {
        Console.Error.WriteLine($"  {command.Name,-10} {command.Purpose}");
    }
    return 2;
}
return await chosen.RunAsync(args[1..]).ConfigureAwait(false);
