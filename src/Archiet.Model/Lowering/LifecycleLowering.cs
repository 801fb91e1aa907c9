using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>A lifecycle: its states by their stored names, its transitions as statements and as methods.</summary>
internal static class LifecycleLowering
{
    /// <summary>A field with the state of a new row, where it is the one that holds the state.</summary>
    public static FieldModel WithState(FieldModel leaf, BoundEntity entity, OutlineIndex index) => entity.Lifecycle is { } lifecycle && lifecycle.Field == leaf.Name
        ? WithState(leaf, State(index.Enum(leaf.TypeName!), lifecycle.Initial))
        : leaf;

    private static FieldModel WithState(FieldModel leaf, StateModel initial) =>
        leaf with { Initial = initial, Store = leaf.Store with { Default = SeedLiterals.Of(FieldKind.Enum, initial.Name) } };

    public static LifecycleModel? Lower(BoundEntity entity, FieldLayout layout, OutlineIndex index)
    {
        if (entity.Lifecycle is not { } lifecycle)
        {
            return null;
        }
        var field = layout.Named(lifecycle.Field);
        var states = index.Enum(field.TypeName!);
        var taken = new HashSet<string>(MembersOf(entity, layout), StringComparer.Ordinal);
        return new LifecycleModel(
            field.Position, State(states, lifecycle.Initial), lifecycle.Transitions.Select(transition => Transition(transition, states, layout, index, Scope(entity), taken)).ToEquatableArray());
    }

    private static TransitionModel Transition(
        BoundTransition transition, EnumModel states, FieldLayout layout, OutlineIndex index, SqlScope scope, HashSet<string> taken) => new(
        transition.Name,
        Method(transition.Name, taken),
        Naming.Kebab(transition.Name),
        transition.Description,
        transition.From.Select(from => State(states, from)).ToEquatableArray(),
        State(states, transition.To),
        transition.When is { } when
            ? new GuardModel(when.Text, SqlExpression.Condition(when.Tree, index.Outline, scope), NamedExpression.Of(when.Tree, index.Outline))
            : null,
        transition.Message,
        transition.Sets.Select(set => new SetModel(
            layout.Named(set.Field).Position, set.Value.Text, SqlExpression.Value(set.Value.Tree, index.Outline, scope), InCSharp(set.Value.Tree, index))).ToEquatableArray());

    private static SqlScope Scope(BoundEntity entity) => new(Naming.Identifier(Naming.Snake(entity.Plural)));

    /// <summary>An expression that the row, the time and the caller's id decide.</summary>
    private static NamedExpression? InCSharp(Expression tree, OutlineIndex index)
    {
        var facts = ExpressionFacts.Of(tree);
        return facts.UsesPaths || facts.UsesChildren || facts.UsesTenant ? null : NamedExpression.Of(tree, index.Outline);
    }

    private static StateModel State(EnumModel states, string name) => new(EnumLowering.StoredOf(states, name), EnumLowering.MemberOf(states, name));

    private static string Method(string transition, HashSet<string> taken)
    {
        var name = Naming.Pascal(transition);
        while (!taken.Add(name))
        {
            name += "Transition";
        }
        return name;
    }

    private static IEnumerable<string> MembersOf(BoundEntity entity, FieldLayout layout) => layout.Fields
        .SelectMany(field => field.Reference is { } reference ? new[] { field.Member, reference.Navigation } : [field.Member])
        .Concat(layout.Groups.Select(group => group.Member))
        .Concat(entity.Children.Select(children => Naming.Pascal(children.Name)))
        .Concat(entity.Links.Select(link => Naming.Pascal(link.Name)))
        .Append(entity.ClassName)
        .Concat(FieldLowering.ReservedMembers);
}
