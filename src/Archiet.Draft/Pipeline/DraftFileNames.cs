namespace Archiet.Draft.Pipeline;

/// <summary>What a draft's files are called.</summary>
internal sealed class DraftFileNames(string name)
{
    public string Genome => name + ".draft.genome.yaml";

    public string Sources => name + ".draft.sources.yaml";

    public string Base => name + ".draft.base.yaml";

    public string Report => name + ".draft.report.md";

    public string Reviewed => name + ".genome.yaml";
}
