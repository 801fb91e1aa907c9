using Archiet.Draft.Passes;
using Archiet.Draft.Wire.Prompts;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Dialects;

/// <summary>One request, before it is in the words of a dialect.</summary>
/// <param name="Pass">What is asked for.</param>
/// <param name="Prompt">What the model is told and given.</param>
/// <param name="Shapes">The kinds of items that are asked for.</param>
internal sealed record WireRequest(DraftPass Pass, PassPrompt Prompt, IReadOnlyList<ItemShape> Shapes)
{
    /// <summary>The pass in one word, as file names and messages have it.</summary>
    public string PassName { get; } = Pass switch
    {
        DraftPass.Vocabulary => "vocabulary",
        DraftPass.Fields => "fields",
        DraftPass.Relationships => "relationships",
        DraftPass.Permissions => "permissions",
        DraftPass.Behaviour => "behaviour",
        DraftPass.Screens => "screens",
        DraftPass.Compliance => "compliance",
        DraftPass.Questions => "questions",
        _ => "repair",
    };
}
