using System.Text.Json;
using System.Text.RegularExpressions;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>A project outside the repository with a requirements document and no genome yet, and a person who reviews what is drafted from it.</summary>
internal sealed partial class DraftProject
{
    private const string Genome = "prd.draft.genome.yaml";

    public DraftProject(string name, string document)
    {
        Folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), name);
        File.Delete(Path.Combine(Folder, "shop.genome.yaml"));
        Directory.CreateDirectory(Path.Combine(Folder, "docs"));
        Write("docs/prd.md", document);
    }

    public string Folder { get; }

    /// <summary>The draft.</summary>
    public string Drafted => Read(Genome);

    /// <summary>The names of the draft's files.</summary>
    public IEnumerable<string> DraftFiles => Directory.GetFiles(Folder, "prd.draft.*").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public Task<CommandResult> DraftAsync(params string[] more) => DraftAsync(new Dictionary<string, string>(), more);

    public Task<CommandResult> DraftAsync(IReadOnlyDictionary<string, string> environment, params string[] more) =>
        Dotnet.RunAsync(Folder, ["build", "-v:minimal", "-t:ArchietDraftGenome", "-p:Prd=docs/prd.md", .. Packed.Compiler.Arguments, .. more], environment);

    /// <summary>Answers every open question with its first option, or with a word where there is none.</summary>
    /// <returns>How many were open.</returns>
    public int AnswerQuestions()
    {
        var (head, questions) = Drafted.Split("\nquestions:\n") is [var before, var after] ? (before, after) : (Drafted, "");
        var open = 0;
        var answered = Question().Replace(questions, question =>
        {
            if (question.Value.Contains("\n    answer:", StringComparison.Ordinal))
            {
                return question.Value;
            }
            open++;
            var options = Options().Match(question.Value);
            var answer = options.Success ? JsonSerializer.Deserialize<string[]>(options.Groups["list"].Value)![0] : "as the document says";
            return question.Value + $"    answer: {JsonSerializer.Serialize(answer)}\n";
        });
        Write(Genome, $"{head}\nquestions:\n{answered}");
        return open;
    }

    /// <summary>What a person does after the last answer: the draft is none any more, and its sources go along.</summary>
    public void Accept()
    {
        Write("prd.genome.yaml", Drafted.Replace("status: draft\n", "", StringComparison.Ordinal));
        File.Move(Path.Combine(Folder, "prd.draft.sources.yaml"), Path.Combine(Folder, "prd.sources.yaml"), overwrite: true);
        foreach (var file in DraftFiles.ToArray())
        {
            File.Delete(Path.Combine(Folder, file));
        }
    }

    /// <summary>A key at the second level, with what stands below it.</summary>
    [GeneratedRegex("^  \\w+:\n(    .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex("^    options: (?<list>\\[.*\\])$", RegexOptions.Multiline)]
    private static partial Regex Options();
}
