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
        source.Line("Lifecycle = new(" + CSharpText.Number(lifecycle.Field) + ", " + CSharpText.Literal(lifecycle.Initial.Name) + ",").Line("[").Indent();
        foreach (var transition in lifecycle.Transitions)
        {
            source
                .Line("new(" + CSharpText.Literal(transition.Name) + ", " + CSharpText.Literal(transition.Route) + ", ["
                    + string.Join(", ", transition.From.Select(from => CSharpText.Literal(from.Name))) + "], " + CSharpText.Literal(transition.To.Name) + ")")
                .Line("{").Indent();
            if (transition.Message is { } message)
            {
                source.Line("Refusal = " + CSharpText.Literal(message) + ",");
            }
            source
                .Line("Update = " + CSharpText.Sql(Update(entity, lifecycle, transition)) + ",")
                .Line("Where = " + CSharpText.Sql(Where(entity, lifecycle, transition)) + ",")
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
        var member = CSharpText.Identifier(state.Member);
        var self = CSharpText.Identifier(entity.ClassName);
        var exception = names.Static("TransitionException");
        var facts = Expressions(transition).Select(ExpressionFacts.Of).ToList();
        var (time, user, tenant) = (facts.Exists(fact => fact.UsesTime), facts.Exists(fact => fact.UsesUser), facts.Exists(fact => fact.UsesTenant));
        var parameters = new List<string>();
        source.Line(CSharpText.Summary(
            transition.Description, "Takes the row from " + string.Join(" or ", transition.From.Select(from => from.Name)) + " to " + transition.To.Name + "."));
        Parameter(time, names["DateTimeOffset"], "now", "The time.");
        Parameter(user, names["Guid"] + "?", "user", "The member row of whoever does it, if there is one.");
        Parameter(tenant, names["Guid"], "tenant", "The tenant in force.");
        source
            .Line("/// <exception cref=\"" + names["TransitionException"] + "\">The row is in another state"
                + (transition.Guard is { } condition ? ", or this is not true: <c>" + CSharpText.Escape(condition.Text.Replace('\n', ' ')) + "</c>" : "") + ".</exception>")
            .Open("public void " + CSharpText.Identifier(transition.Method) + "(" + string.Join(", ", parameters) + ")")
            .Open("if (" + member + " is not " + Pattern(transition, type) + ")")
            .Line("throw " + exception + ".WrongState<" + self + ">(" + CSharpText.Literal(transition.Name) + ", " + names.Own(state.TypeName + "Names") + ".All.Names[(int)" + member + "]);")
            .Close();
        var scope = new CSharpScope(names, This: "", Now: "now", Today: names.Static("DateOnly") + ".FromDateTime(now.UtcDateTime)");
        if (transition.Guard is { } guard)
        {
            source.Open("if (!(" + CSharpExpression.IsTrue(guard.Check, scope) + "))").Line("throw " + exception + ".Held<" + self + ">(" + CSharpText.Literal(transition.Name) + ");").Close();
        }
        var sets = transition.Sets.Select(set => (Field: entity.Fields[set.Field], Value: FieldValue.Of(entity.Fields[set.Field], set.Value!, scope, names))).ToList();
        if (sets.Count == 1)
        {
            source.Line(CSharpText.Identifier(sets[0].Field.Member) + " = " + sets[0].Value + ";");
        }
        else if (sets.Count > 1)
        {
            // All at once, as the database does it: none sees what another sets.
            source.Line("(" + string.Join(", ", sets.Select(set => CSharpText.Identifier(set.Field.Member))) + ") = (" + string.Join(", ", sets.Select(set => set.Value)) + ");");
        }
        source.Line(member + " = " + type + "." + CSharpText.Identifier(transition.To.Member) + ";").Close();

        void Parameter(bool isUsed, string parameterType, string name, string text)
        {
            if (isUsed)
            {
                parameters.Add(parameterType + " " + name);
                source.Line("/// <param name=\"" + name + "\">" + text + "</param>");
            }
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
