using System.Text;
using Archiet.Draft.Merging;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Writing;

/// <summary>
/// The genome of a draft as text. Every text of somebody else's stands between double quotes; what stands without is a word of the language or a name that the merge
/// made. The formatter lays it out.
/// </summary>
internal sealed class GenomeText
{
    private readonly StringBuilder text = new();

    /// <summary>The text.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="places">For a sentence, where it stands: <c>docs/prd.md:34 S0012</c>.</param>
    public static string Write(MergedDraft draft, Func<string, string> places)
    {
        var writer = new GenomeText();
        writer.WriteHead(draft);
        writer.WriteEnums(draft.Enums);
        writer.Line(0, "entities:");
        foreach (var entity in draft.Entities)
        {
            writer.WriteEntity(entity);
        }
        writer.WriteCapabilities(draft);
        writer.WriteQuestions(draft.Questions, places);
        return writer.text.ToString();
    }

    /// <summary>The section of questions alone.</summary>
    public static string Questions(EquatableArray<DraftQuestion> questions)
    {
        var writer = new GenomeText();
        writer.WriteQuestions(questions, static id => id);
        return writer.text.ToString();
    }

    /// <summary>A text between double quotes.</summary>
    public static string Quoted(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private void WriteHead(MergedDraft draft)
    {
        Line(0, "genome: \"1.0\"");
        Line(0, "status: draft");
        Blank();
        Line(0, "app:");
        Line(1, $"name: {draft.App.Name}");
        Line(1, $"namespace: {draft.App.Name}");
        WriteDescription(1, draft.App.Description);
        Blank();
        Line(0, "tenancy:");
        Line(1, $"tenant: {draft.App.Tenant}");
        Blank();
        if (draft.Roles.Count > 0)
        {
            Line(0, "roles:");
            foreach (var role in draft.Roles)
            {
                Line(1, $"{role.Name}: {Quoted(role.Description)}");
            }
            Blank();
        }
    }

    private void WriteEnums(EquatableArray<MergedEnum> enums)
    {
        var used = enums.Where(static choice => choice.Members.Count > 0).ToList();
        if (used.Count == 0)
        {
            return;
        }
        Line(0, "enums:");
        foreach (var choice in used)
        {
            if (choice.Members.All(static member => member.Description.Length == 0))
            {
                Line(1, $"{choice.Name}: [{string.Join(", ", choice.Members.Select(static member => member.Name))}]");
                continue;
            }
            Line(1, choice.Name + ":");
            foreach (var member in choice.Members)
            {
                Line(2, $"{member.Name}: {Quoted(member.Description)}");
            }
        }
        Blank();
    }

    private void WriteEntity(MergedEntity entity)
    {
        Line(1, entity.Name + ":");
        if (entity.Class.Length > 0)
        {
            Line(2, $"class: {entity.Class}");
        }
        WriteDescription(2, entity.Description);
        if (entity.IsMember)
        {
            Line(2, "member: true");
        }
        Line(2, "fields:");
        foreach (var field in entity.Fields)
        {
            Line(3, $"{field.Name}: {{ {string.Join(", ", FieldWords(field))} }}");
        }
        if (entity.Rules.Count > 0)
        {
            Line(2, "rules:");
            foreach (var rule in entity.Rules)
            {
                Line(3, $"{rule.Name}: {{ check: {Quoted(rule.Check)}, message: {Quoted(rule.Message)} }}");
            }
        }
        WriteLifecycle(entity.Lifecycle);
        Blank();
    }

    private static IEnumerable<string> FieldWords(MergedField field)
    {
        yield return "type: " + (field.Type.Contains('(', StringComparison.Ordinal) ? Quoted(field.Type) : field.Type);
        if (field.Owned)
        {
            yield return "owned: true";
        }
        if (field.Many)
        {
            yield return "many: true";
        }
        if (field.Required)
        {
            yield return "required: true";
        }
        if (field.Default.Length > 0)
        {
            yield return "default: " + field.Default;
        }
        if (field.Max.Length > 0)
        {
            yield return "max: " + field.Max;
        }
        if (field.Unique)
        {
            yield return "unique: true";
        }
        foreach (var (key, word) in new[] { ("onDelete", field.OnDelete), ("onCreate", field.OnCreate), ("onUpdate", field.OnUpdate) })
        {
            if (word.Length > 0)
            {
                yield return $"{key}: {word}";
            }
        }
        foreach (var kind in field.Classification)
        {
            yield return kind + ": true";
        }
        if (field.Description.Length > 0)
        {
            yield return "description: " + Quoted(field.Description);
        }
    }

    private void WriteLifecycle(MergedLifecycle? lifecycle)
    {
        if (lifecycle is null)
        {
            return;
        }
        Line(2, "lifecycle:");
        Line(3, $"field: {lifecycle.Field}");
        Line(3, $"initial: {lifecycle.Initial}");
        Line(3, "transitions:");
        foreach (var transition in lifecycle.Transitions)
        {
            var from = transition.From.Count == 1 ? transition.From[0] : $"[{string.Join(", ", transition.From)}]";
            Line(4, $"{transition.Name}: {{ from: {from}, to: {transition.To} }}");
        }
    }

    private void WriteCapabilities(MergedDraft draft)
    {
        if (draft.Grants.Count == 0)
        {
            return;
        }
        Line(0, "capabilities:");
        foreach (var capability in draft.Grants.GroupBy(static grant => grant.Capability, StringComparer.Ordinal))
        {
            Line(1, capability.Key + ":");
            Line(2, $"to: [{capability.First().Role}]");
            Line(2, "allow:");
            foreach (var grant in capability)
            {
                var operations = $"[{string.Join(", ", grant.Operations)}]";
                Line(3, $"{grant.Entity}: " + (grant.Where.Length == 0 ? operations : $"{{ do: {operations}, where: {Quoted(grant.Where)} }}"));
            }
        }
        Blank();
    }

    private void WriteQuestions(EquatableArray<DraftQuestion> questions, Func<string, string> places)
    {
        if (questions.Count == 0)
        {
            return;
        }
        Line(0, "questions:");
        foreach (var question in questions)
        {
            Line(1, question.Key + ":");
            Line(2, "ask: " + Quoted(question.Ask));
            if (question.About.Length > 0)
            {
                Line(2, "about: " + question.About);
            }
            if (question.Evidence.Count > 0)
            {
                Line(2, "source: " + Quoted(places(question.Evidence[0])));
            }
            if (question.Options.Count > 0)
            {
                Line(2, $"options: [{string.Join(", ", question.Options.Select(Quoted))}]");
            }
            if (question.Answer is { } answer)
            {
                Line(2, "answer: " + Quoted(SafeText.Of(answer, 4000)));
            }
        }
    }

    private void WriteDescription(int depth, string description)
    {
        if (description.Length > 0)
        {
            Line(depth, "description: " + Quoted(description));
        }
    }

    private void Line(int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');

    private void Blank() => text.Append('\n');
}
