namespace Archiet.Emit;

/// <summary>The schemas of the runtime's own bodies.</summary>
internal static class OpenApiOwnSchemas
{
    private const string Text = "{ \"type\": \"string\" }";
    private const string Uuid = "{ \"type\": \"string\", \"format\": \"uuid\" }";
    private const string UuidOrNull = "{ \"type\": [\"string\", \"null\"], \"format\": \"uuid\" }";
    private const string Texts = "{ \"type\": \"array\", \"items\": { \"type\": \"string\" } }";
    private const string Password = "{ \"type\": \"string\", \"format\": \"password\" }";
    private const string Moment = "{ \"type\": \"string\", \"format\": \"date-time\" }";
    private const string Email = "{ \"type\": \"string\", \"format\": \"email\" }";

    public static void Write(JsonWriter json)
    {
        Begin(json, "archiet.Problem", "type", "title", "status", "traceId")
            .Member("type", "{ \"type\": \"string\", \"pattern\": \"^urn:archiet:problem:\", \"description\": \"What a program tells the problem by.\" }")
            .Member("title", Text)
            .Member("status", "{ \"type\": \"integer\" }")
            .Member("errors", "{ \"type\": \"array\", \"items\": {@schemas/archiet.Finding} }")
            .Member("traceId", Text);
        Begin(json.Close().Close(), "archiet.Finding", "pointer", "code", "message")
            .Member("pointer", "{ \"type\": \"string\", \"description\": \"A JSON pointer into the body, or the name of a query parameter after a question mark.\" }")
            .Member("code", Text)
            .Member("message", Text);
        Begin(json.Close().Close(), "archiet.Login", "email", "password")
            .Member("email", Email)
            .Member("password", Password)
            .Member("tenant", "{ \"type\": [\"string\", \"null\"], \"format\": \"uuid\", \"description\": \"The tenant to enter; one of several that the account belongs to.\" }");
        Begin(json.Close().Close(), "archiet.TenantChoice", "tenant")
            .Member("tenant", Uuid);
        Begin(json.Close().Close(), "archiet.PasswordChange", "currentPassword", "newPassword")
            .Member("currentPassword", Password)
            .Member("newPassword", Password);
        Begin(json.Close().Close(), "archiet.Session", "account", "tenant", "member", "roles", "tenants", "expiresAt")
            .Member("account", Nested("\"id\", \"email\"", "\"id\": " + Uuid + ", \"email\": " + Email))
            .Member("tenant", UuidOrNull)
            .Member("member", UuidOrNull)
            .Member("roles", Texts)
            .Member("tenants", "{ \"type\": \"array\", \"items\": " + Nested("\"id\", \"name\", \"roles\"", "\"id\": " + Uuid + ", \"name\": " + Text + ", \"roles\": " + Texts) + " }")
            .Member("expiresAt", Moment);
        Begin(json.Close().Close(), "archiet.Sessions", "items")
            .Member("items", "{ \"type\": \"array\", \"items\": {@schemas/archiet.SessionItem} }");
        Begin(json.Close().Close(), "archiet.SessionItem", "id", "tenant", "createdAt", "seenAt", "expiresAt", "current")
            .Member("id", Uuid)
            .Member("tenant", UuidOrNull)
            .Member("createdAt", Moment)
            .Member("seenAt", Moment)
            .Member("expiresAt", Moment)
            .Member("current", "{ \"type\": \"boolean\", \"description\": \"Whether it is the one that asks.\" }");
        Begin(json.Close().Close(), "archiet.Health", "status")
            .Member("status", "{ \"type\": \"string\", \"enum\": [\"live\", \"ready\"] }")
            .Member("schema", "{ \"type\": \"string\", \"description\": \"The hash of the schema that the database has.\" }");
        json.Close().Close();
    }

    private static JsonWriter Begin(JsonWriter json, string name, params string[] required) =>
        json.Open(name).Text("type", "object").Array("required", required).Open("properties");

    private static string Nested(string required, string properties) =>
        "{ \"type\": \"object\", \"required\": [" + required + "], \"properties\": { " + properties + " } }";
}
