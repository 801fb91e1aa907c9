using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Diagnostics;

/// <summary>The keys of <see cref="ChangePlace"/>, each with where it stands first. Fields that mixins and values bring stand where they are declared.</summary>
internal sealed class ChangeKeys(IReadOnlyList<ParsedSection> sections)
{
    private readonly SortedDictionary<string, (int Section, SectionSpan Span)> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Section, MixinSyntax Syntax)> mixins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Section, ValueSyntax Syntax)> values = new(StringComparer.Ordinal);

    /// <summary>All keys, in ordinal order.</summary>
    public IEnumerable<(string Key, int Section, SectionSpan Span)> All()
    {
        for (var i = 0; i < sections.Count; i++)
        {
            Declare(i, sections[i].Declarations);
        }
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var entity in sections[i].Entities)
            {
                AddEntity(i, entity);
            }
        }
        return found.Select(static pair => (pair.Key, pair.Value.Section, pair.Value.Span));
    }

    private void Declare(int section, DeclarationSyntax declarations)
    {
        if (declarations.App is { } app)
        {
            Add("app", section, app.Key.Span);
        }
        if (declarations.Tenancy is { } tenancy)
        {
            Add("tenancy", section, (tenancy.Partitions ?? tenancy.Key).Span);
        }
        foreach (var mixin in declarations.Mixins.Where(mixin => !mixins.ContainsKey(mixin.Name.Text)))
        {
            mixins.Add(mixin.Name.Text, (section, mixin));
        }
        foreach (var value in declarations.Values.Where(value => !values.ContainsKey(value.Name.Text)))
        {
            values.Add(value.Name.Text, (section, value));
        }
        foreach (var choice in declarations.Enums)
        {
            Add(choice.Name.Text, section, choice.Name.Span);
            foreach (var member in choice.Members)
            {
                Add(choice.Name.Text + "." + member.Name.Text, section, member.Name.Span);
            }
        }
        foreach (var approval in declarations.Approvals)
        {
            Add("approve:" + approval.Change.Text, section, approval.Change.Span);
        }
    }

    private void AddEntity(int section, EntitySyntax entity)
    {
        Add(entity.Name, section, entity.NameWord.Span);
        foreach (var word in entity.Mixins)
        {
            if (mixins.TryGetValue(word.Text, out var mixin))
            {
                AddFields(entity.Name, mixin.Section, mixin.Syntax.Fields);
            }
        }
        AddFields(entity.Name, section, entity.Fields);
    }

    private void AddFields(string owner, int section, IReadOnlyList<FieldSyntax> fields)
    {
        foreach (var field in fields)
        {
            var key = owner + "." + field.Name.Text;
            Add(key, section, field.Name.Span);
            if (field.Type is { } type && values.TryGetValue(type.Text, out var value))
            {
                // Parts are no values themselves.
                foreach (var part in value.Syntax.Fields)
                {
                    Add(key + "." + part.Name.Text, value.Section, part.Name.Span);
                }
            }
        }
    }

    private void Add(string key, int section, SectionSpan span)
    {
        if (!found.ContainsKey(key))
        {
            found.Add(key, (section, span));
        }
    }
}
