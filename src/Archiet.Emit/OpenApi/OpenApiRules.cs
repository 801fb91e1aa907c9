using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Rules and lifecycle of an entity as extensions of its schema, and its transitions as operations.</summary>
internal static class OpenApiRules
{
    /// <summary>The extensions of the schema.</summary>
    public static void Write(JsonWriter json, ResourceModel resource)
    {
        if (resource.Rules.Count > 0)
        {
            json.Member("x-archiet-rules", "[" + string.Join(",", resource.Rules.Select(Rule)) + "]");
        }
        if (resource.Lifecycle is { } lifecycle)
        {
            json.Open("x-archiet-lifecycle").Text("field", lifecycle.Field).Text("initial", lifecycle.Initial)
                .Member("transitions", "[" + string.Join(",", lifecycle.Transitions.Select(Transition)) + "]");
            OpenApiExtensions.Write(json, lifecycle.Extensions).Close();
        }
    }

    private static string Rule(ApiRuleModel rule)
    {
        var json = new JsonWriter().OpenInline().Text("name", rule.Name).Text("code", rule.Code);
        if (rule.Text.Length > 0)
        {
            json.Text("text", rule.Text);
        }
        json.Text("message", rule.Message).Array("fields", rule.Fields);
        return OpenApiExtensions.Write(json, rule.Extensions).Close().ToString();
    }

    private static string Transition(ApiTransitionModel transition)
    {
        var json = new JsonWriter().OpenInline().Text("name", transition.Name).Text("path", transition.Route);
        json.Array("from", transition.From).Text("to", transition.To);
        if (transition.When is { } when)
        {
            json.Text("when", when);
        }
        if (transition.Message is { } message)
        {
            json.Text("message", message);
        }
        if (transition.Sets.Count > 0)
        {
            json.Open("sets");
            foreach (var set in transition.Sets)
            {
                json.Text(set.Field, set.Text);
            }
            json.Close();
        }
        json.Array("roles", transition.Roles);
        return OpenApiExtensions.Write(json, transition.Extensions).Close().ToString();
    }
}
