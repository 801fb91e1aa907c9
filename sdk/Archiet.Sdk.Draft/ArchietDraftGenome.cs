using Archiet.Draft;
using Archiet.Draft.Files;
using Archiet.Draft.Passes;
using Archiet.Draft.Rules;
using Archiet.Draft.Wire;
using Archiet.Draft.Wire.Sending;
using Archiet.Draft.Wire.Settings;
using Microsoft.Build.Framework;

namespace Archiet.Sdk.Draft;

/// <summary>
/// Drafts a genome from a requirements document: by rules, or by a language model that is asked over the network. Only when a person asks for it by name; no build does.
/// </summary>
public sealed class ArchietDraftGenome : DraftTask
{
    /// <summary>The requirements document.</summary>
    public string Prd { get; set; } = "";

    /// <summary>The project's folder, where the draft goes.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>What the draft's files are called by; nothing: the document's name in kebab-case.</summary>
    public string DraftName { get; set; } = "";

    /// <summary><c>model</c> or <c>rules</c>.</summary>
    public string Drafter { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Kind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Url"/>.</summary>
    public string Url { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Model"/>.</summary>
    public string Model { get; set; } = "";

    /// <summary>See <see cref="WireSettings.KeyVariable"/>.</summary>
    public string KeyVariable { get; set; } = "";

    /// <summary>See <see cref="WireSettings.MaxTokens"/>.</summary>
    public string MaxTokens { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Timeout"/>.</summary>
    public string Timeout { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Attempts"/>.</summary>
    public string Attempts { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Temperature"/>.</summary>
    public string Temperature { get; set; } = "";

    /// <summary>See <see cref="WireSettings.Seed"/>.</summary>
    public string Seed { get; set; } = "";

    /// <summary>Whether only the cache may answer.</summary>
    public bool Offline { get; set; }

    /// <summary>Whether requests are written in place of being sent, and nothing else is.</summary>
    public bool DryRun { get; set; }

    /// <summary>Where requests of a dry run go, and answers that could not be read: a folder that a clean removes.</summary>
    [Required]
    public string WorkFolder { get; set; } = "";

    private string RequestsFolder => Path.Combine(WorkFolder, "requests");

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken cancellation)
    {
        WireSettings.RefuseKeys(GlobalProperties());
        if (Prd.Length == 0)
        {
            throw new DraftModelException("ARC6010", "The property 'Prd' does not say which document to draft from: dotnet build -t:ArchietDraftGenome -p:Prd=docs/prd.md");
        }
        var path = Path.GetFullPath(Prd, ProjectFolder);
        Place = path;
        var name = DraftName.Length > 0 ? ProseFile.DraftNameOf(DraftName + ".md") : ProseFile.DraftNameOf(path);
        var folder = new DraftFolder(ProjectFolder, name);
        var input = folder.Read(ProseFile.Read(path, ProjectFolder));
        var model = CreateModel(folder);
        try
        {
            var result = await DraftPipeline.RunAsync(input, model, new ProgressLines(Say), cancellation).ConfigureAwait(false);
            Finish(result, folder, input, cancellation);
        }
        finally
        {
            (model as IDisposable)?.Dispose();
        }
    }

    private IDraftModel CreateModel(DraftFolder folder) => Drafter.ToUpperInvariant() switch
    {
        "RULES" => new RuleDrafter(),
        "" or "MODEL" => new HttpDraftModel(Options(folder), new WireSurroundings { Progress = Say }, new RuleDrafter()),
        _ => throw new DraftModelException("ARC6021", "The property 'Drafter' is neither 'model' nor 'rules'."),
    };

    private WireOptions Options(DraftFolder folder)
    {
        var settings = new WireSettings
        {
            Kind = Kind,
            Url = Url,
            Model = Model,
            KeyVariable = KeyVariable,
            MaxTokens = MaxTokens,
            Timeout = Timeout,
            Attempts = Attempts,
            Temperature = Temperature,
            Seed = Seed,
        };
        // The key is read here and nowhere else: a property would put it into the log of the build.
        return settings.Read(Environment.GetEnvironmentVariable, sends: !Offline && !DryRun) with
        {
            CacheFolder = folder.Cache,
            IsOffline = Offline,
            DryRunFolder = DryRun ? RequestsFolder : "",
            RepliesFolder = WorkFolder,
        };
    }

    private void Finish(DraftResult result, DraftFolder folder, DraftInput input, CancellationToken cancellation)
    {
        if (DryRun)
        {
            Say($"Nothing was sent. What would be is in '{RequestsFolder}'.");
            return;
        }
        foreach (var finding in result.Findings)
        {
            Report(finding, finding.File.Length == 0 || finding.File == input.Document.Name ? Place : folder.PathOf(finding.File));
        }
        if (!result.IsDrafted)
        {
            return;
        }
        foreach (var file in folder.Write(result.Files, cancellation))
        {
            Say($"Wrote '{folder.PathOf(file)}'.");
        }
        var open = result.Questions.Count(static question => question.Answer is null);
        Say(FormattableString.Invariant($"{open} of {result.Questions.Count} questions are open; the draft builds when each is answered and 'status: draft' is taken out."));
    }

    private sealed class ProgressLines(Action<string> say) : IProgress<DraftProgress>
    {
        public void Report(DraftProgress value) => say(FormattableString.Invariant($"{value.Step}. {value.Pass}{(value.Section.Length > 0 ? $": {value.Section}" : "")}"));
    }
}
