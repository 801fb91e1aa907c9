using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Model.Expressions;

/// <summary>An expression with the C# names of all that it speaks of, so that emitting it looks nothing up.</summary>
/// <param name="Tree">The expression.</param>
/// <param name="Names">In order of owners and names, each once.</param>
public sealed record NamedExpression(Expression Tree, EquatableArray<MemberName> Names)
{
    /// <summary>An expression of a genome.</summary>
    public static NamedExpression Of(Expression tree, GenomeOutline outline)
    {
        var index = OutlineIndex.Of(outline);
        var names = ExpressionParts.All(tree).SelectMany(part => NamesOf(part, index)).Distinct()
            .OrderBy(name => name.Owner, StringComparer.Ordinal).ThenBy(name => name.Name, StringComparer.Ordinal);
        return new(tree, names.ToEquatableArray());
    }

    private static IEnumerable<MemberName> NamesOf(Expression expression, OutlineIndex index)
    {
        switch (expression)
        {
            case FieldExpression { Field: not FieldExpression.Id, Entity.Length: 0 } input:
                yield return new MemberName("", input.Field, Naming.Pascal(input.Field));
                break;
            case FieldExpression { Field: not FieldExpression.Id } field:
                yield return Member(field.Entity, field.Field, index);
                yield return new MemberName(field.Entity, "", index.Entity(field.Entity).ClassName);
                break;
            case PartExpression part:
                var value = part.Value.Type.Name!;
                yield return new MemberName(value, part.Part, FieldLowering.Member(part.Part, value));
                break;
            case Literal { Type: { Kind: ValueKind.Enum, Name: { } choice } } literal:
                yield return new MemberName(choice, literal.Text, EnumLowering.MemberOf(index.Enum(choice), literal.Text));
                break;
            case ChildQuery query:
                yield return Member(query.Owner, query.Field, index);
                break;
        }
    }

    private static MemberName Member(string entity, string field, OutlineIndex index) =>
        new(entity, field, FieldLowering.Member(field, index.Entity(entity).ClassName));
}

/// <summary>What something that a genome names is called in C#.</summary>
/// <param name="Owner">The entity, value or enum; empty for the input.</param>
/// <param name="Name">The field or member; empty for the class of an entity.</param>
/// <param name="Member">The C# name; of a reference that of the row behind it, which the property of its id has with <c>Id</c> behind it.</param>
public sealed record MemberName(string Owner, string Name, string Member);
