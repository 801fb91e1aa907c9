using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules;

/// <summary>Something that may be an entity.</summary>
internal sealed class EntityCandidate(Term term)
{
    private readonly SortedSet<string> evidence = new(EvidenceOrder.Instance);

    /// <summary>Its name.</summary>
    public Term Term => term;

    /// <summary>Whether a sentence says outright that it is kept.</summary>
    public bool IsDeclared { get; private set; }

    /// <summary>Whether rows of something else lead to its rows.</summary>
    public bool IsReferred { get; set; }

    /// <summary>How much speaks for it.</summary>
    public int Weight { get; private set; }

    /// <summary>How many sentences do.</summary>
    public int Sentences => evidence.Count;

    /// <summary>Those sentences, in their order.</summary>
    public EquatableArray<string> Evidence => evidence.ToEquatableArray();

    /// <summary>How it follows from them.</summary>
    public Basis Basis => IsDeclared ? Basis.Stated : Basis.Implied;

    /// <summary>Adds a sentence that says so outright.</summary>
    public void Declare(IEnumerable<string> sentences)
    {
        IsDeclared = true;
        evidence.UnionWith(sentences);
    }

    /// <summary>Adds a sentence; a second mention in the same one adds nothing.</summary>
    public void Add(int weight, string sentence)
    {
        if (evidence.Add(sentence))
        {
            Weight += weight;
        }
    }
}
