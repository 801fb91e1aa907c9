using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>A lifecycle: what the runtime's endpoints need of each transition, and a method for the user's own code.</summary>
internal static class EntityTransitions
{
    /// <summary>The lifecycle in the entity's table; an entity without one has none.</summary>
    public static void Table(SourceWriter source, EntityModel entity)
    {
        if (entity.Lifecycle is not { } lifecycle)
        {
            return;
        }
        source.Line($"Lifecycle = new({lifecycle.Field}, {lifecycle.Initial.Name:literal},").Line("[").Indent();
        foreach (var transition in lifecycle.Transitions)
        {
            var from = string.Join(", ", transition.From.Select(state => CSharpText.Literal(state.Name)));
            source.Line($"new({transition.Name:literal}, {transition.Route:literal}, [{from}], {transition.To.Name:literal})").Line("{").Indent();
            if (transition.Message is { } message)
            {
                source.Line($"Refusal = {message:literal},");
            }
            source
                .Line($"Update = {CSharpText.Sql(Update(entity, lifecycle, transition))},")
                .Line($"Where = {CSharpText.Sql(Where(entity, lifecycle, transition))},")
                .Unindent().Line("},");
        }
        source.Unindent().Line("]),");
    }

    /// <summary>A method for each transition that C# can take.</summary>
    public static void Methods(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Lifecycle is not { } lifecycle)
        {
            return;
        }
        foreach (var transition in lifecycle.Transitions.Where(CanBeTaken))
        {
            Method(source.Line(), entity, lifecycle, transition, names);
        }
    }

    private static string Update(EntityModel entity, LifecycleModel lifecycle, TransitionModel transition)
    {
        var state = entity.Fields[lifecycle.Field];
        var sets = new List<string> { EntitySql.Quote(state.Column) + " = " + EntitySql.Text(transition.To.Name) };
        sets.AddRange(transition.Sets.Select(set => EntitySql.Quote(entity.Fields[set.Field].Column) + " = " + set.Sql));
        sets.AddRange(entity.Fields
            .Where(field => field.OnUpdate != ServerValue.None && !transition.Sets.Any(set => set.Field == field.Position))
            .Select(field => EntitySql.Quote(field.Column) + " = " + EntitySql.Server(field.OnUpdate)));
        return "UPDATE " + EntitySql.Quote(entity.Table.Name) + " SET " + string.Join(", ", sets);
    }

    private static string Where(EntityModel entity, LifecycleModel lifecycle, TransitionModel transition)
    {
        var column = EntitySql.Quote(entity.Table.Name) + "." + EntitySql.Quote(entity.Fields[lifecycle.Field].Column);
        var state = transition.From.Count == 1
            ? column + " = " + EntitySql.Text(transition.From[0].Name)
            : column + " IN (" + string.Join(", ", transition.From.Select(from => EntitySql.Text(from.Name))) + ")";
        return "(" + state + (transition.Guard is { } guard ? " AND (" + guard.Sql + ")" : "") + ")";
    }

    // What another row decides only the database can set, and what the caller's own row decides only it can ask.
    private static bool CanBeTaken(TransitionModel transition) =>
        transition.Sets.All(set => set.Value is { } value && CSharpExpression.IsOverInstance(value.Tree))
        && (transition.Guard is null || CSharpExpression.IsOverInstance(transition.Guard.Check.Tree));

    private static void Method(SourceWriter source, EntityModel entity, LifecycleModel lifecycle, TransitionModel transition, TypeNames names)
    {
        var state = entity.Fields[lifecycle.Field];
        var type = names.Own(state.TypeName!, state.Member);
        var exception = names.Static("TransitionException");
        var scope = new CSharpScope(names, This: "", Now: "now", Today: names.Static("DateOnly") + ".FromDateTime(now.UtcDateTime)");
        Signature(source, transition, names);
        source
            .Open($"if ({state.Member:name} is not {Pattern(transition, type)})")
            .Line($"throw {exception}.WrongState<{entity.ClassName:name}>({transition.Name:literal}, {names.Own(state.TypeName + "Names")}.All.Names[(int){state.Member:name}]);")
            .Close();
        if (transition.Guard is { } guard)
        {
            source
                .Open($"if (!({CSharpExpression.IsTrue(guard.Check, scope)}))")
                .Line($"throw {exception}.Held<{entity.ClassName:name}>({transition.Name:literal});")
                .Close();
        }
        Sets(source, entity, transition, scope, names);
        source.Line($"{state.Member:name} = {type}.{transition.To.Member:name};").Close();
    }

    private static void Signature(SourceWriter source, TransitionModel transition, TypeNames names)
    {
        var facts = Expressions(transition).Select(ExpressionFacts.Of).ToList();
        var parameters = new List<string>();
        source.Summary(transition.Description, "Takes the row from " + string.Join(" or ", transition.From.Select(from => from.Member)) + " to " + transition.To.Member + ".");
        Parameter(facts.Exists(fact => fact.UsesTime), names["DateTimeOffset"], "now", "The time.");
        Parameter(facts.Exists(fact => fact.UsesUser), names["Guid"] + "?", "user", "The member row of whoever does it, if there is one.");
        Parameter(facts.Exists(fact => fact.UsesTenant), names["Guid"], "tenant", "The tenant in force.");
        var held = transition.Guard is { } guard ? ", or this is not true: <c>" + CSharpText.Escape(guard.Text.Replace('\n', ' ')) + "</c>" : "";
        source
            .Line($"/// <exception cref=\"{names["TransitionException"]}\">The row is in another state{held}.</exception>")
            .Open($"public void {transition.Method:name}({string.Join(", ", parameters)})");

        void Parameter(bool isUsed, string type, string name, string text)
        {
            if (isUsed)
            {
                parameters.Add(type + " " + name);
                source.Line($"/// <param name=\"{name}\">{text}</param>");
            }
        }
    }

    // Several are set at once, as the database does it: none sees what another sets.
    private static void Sets(SourceWriter source, EntityModel entity, TransitionModel transition, CSharpScope scope, TypeNames names)
    {
        var members = transition.Sets.Select(set => CSharpText.Identifier(entity.Fields[set.Field].Member)).ToList();
        var values = transition.Sets.Select(set => FieldValue.Of(entity.Fields[set.Field], set.Value!, scope, names)).ToList();
        if (members.Count == 1)
        {
            source.Line($"{members[0]} = {values[0]};");
        }
        else if (members.Count > 1)
        {
            source.Line($"({string.Join(", ", members)}) = ({string.Join(", ", values)});");
        }
    }

    private static IEnumerable<Expression> Expressions(TransitionModel transition) =>
        transition.Sets.Select(set => set.Value!.Tree).Concat(transition.Guard is { } guard ? [guard.Check.Tree] : Array.Empty<Expression>());

    private static string Pattern(TransitionModel transition, string type)
    {
        var states = transition.From.Select(from => type + "." + CSharpText.Identifier(from.Member)).ToList();
        return states.Count == 1 ? states[0] : "(" + string.Join(" or ", states) + ")";
    }
}
