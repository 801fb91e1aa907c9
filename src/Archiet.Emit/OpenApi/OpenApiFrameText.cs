using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// What the document says beside the entities: the runtime's own endpoints, the session, problems, and the named types of the genome. Names of ours begin
/// with <c>archiet.</c>, which no name of a genome can.
/// </summary>
internal static class OpenApiFrameText
{
    private static readonly (string Status, string Name, string Description)[] Refusals =
    [
        ("400", "Malformed", "The body is not JSON."),
        ("401", "Unauthenticated", "There is no session."),
        ("403", "Forbidden", "No role of the caller allows it, no tenant is in force, or the request comes from another site."),
        ("404", "NotFound", "There is no such row in the caller's tenant."),
        ("409", "Conflict", "Another row stands against it."),
        ("412", "Changed", "The row has changed since the version in If-Match."),
        ("413", "TooLarge", "The body is larger than the app reads."),
        ("415", "UnsupportedMediaType", "The body has another content type than the operation takes."),
        ("422", "Invalid", "Something in the request is not valid: every finding with its pointer."),
        ("428", "PreconditionRequired", "If-Match is missing."),
        ("429", "TooManyAttempts", "Too many attempts failed; Retry-After says when to try again."),
    ];

    /// <summary>The shared responses of some statuses, a space between them, in order; and the one for all that is not foreseen.</summary>
    public static JsonWriter Refused(JsonWriter json, string statuses)
    {
        foreach (var (status, name, _) in Refusals)
        {
            if (statuses.Contains(status))
            {
                json.Reference(status, "responses", name);
            }
        }
        return json.Reference("default", "responses", "Problem");
    }

    public static string BeforePaths(AppModel app)
    {
        var json = new JsonWriter().Text("openapi", "3.1.0").Open("info").Text("title", app.Title);
        if (app.Description.Length > 0)
        {
            json.Text("description", app.Description);
        }
        json.Text("version", app.Version);
        if (app.Contact is { } contact)
        {
            json.Open("contact").Text("email", contact).Close();
        }
        json.Close().Member("security", "[{\"session\":[]}]").Open("x-archiet-roles");
        foreach (var role in app.Roles)
        {
            json.Text(role.Name, role.Description);
        }
        return OpenApiExtensions.Write(OpenApiPermissions.Write(json.Close(), app), app).ToString();
    }

    public static string Paths(AppModel app)
    {
        var json = new JsonWriter();
        json.Open("/auth/login");
        Post(json, "login", "Opens a session; its cookie comes with the answer.", "archiet.Login", "200", "400 401 403 413 415 429", isOpen: true);
        json.Close().Open("/auth/logout");
        Post(json, "logout", "Ends the session.", null, "204", "403 415", isOpen: true);
        json.Close().Open("/auth/session").Open("get");
        Head(json, "readSession", "Reads the session in force.", isOpen: false).Open("responses");
        Session(json, "The session.");
        Refused(json, "401").Close().Close().Close().Open("/auth/tenant");
        Post(json, "enterTenant", "Enters another tenant of the account, under a new cookie.", "archiet.TenantChoice", "200", "400 401 403 413 415", isOpen: false);
        json.Close().Open("/auth/password");
        Post(json, "changePassword", "Changes the account's password; its other sessions end, and this one goes on under a new cookie.", "archiet.PasswordChange", "200", "400 401 403 413 415 422 429", isOpen: false);
        json.Close().Open("/auth/sessions").Open("get");
        Head(json, "listSessions", "Lists the account's sessions, the newest first.", isOpen: false).Open("responses").Open("200").Text("description", "The sessions.").Open("content")
            .Open("application/json").Reference("schema", "schemas", "archiet.Sessions").Close().Close().Close();
        Refused(json, "401").Close().Close().Close().Open("/auth/sessions/{id}").Open("delete");
        Head(json, "endSession", "Ends one of the account's sessions.", isOpen: false)
            .Member("parameters", "[{ \"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": { \"type\": \"string\", \"format\": \"uuid\" } }]")
            .Open("responses").Member("204", "{ \"description\": \"Done.\" }");
        Refused(json, "401 403 404").Close().Close().Close();
        Health(json, "/health/live", "readLiveness", "Whether the process answers.");
        Health(json, "/health/ready", "readReadiness", "Whether the app can serve: its database is there and has the schema it needs.");
        json.Open("/openapi.json").Open("get");
        Head(json, "readDescription", "Reads this document. In Development no session is needed.", isOpen: false).Open("responses")
            .Open("200").Text("description", "This document.").Open("content").Member("application/json", "{}").Close().Close()
            .Reference("304", "responses", "NotModified");
        Refused(json, "401").Close().Close().Close();
        OpenApiOperations.Paths(json, app);
        return json.ToString();
    }

    public static string Components()
    {
        var json = new JsonWriter();
        json.Open("securitySchemes").Open("session")
            .Text("type", "apiKey").Text("in", "cookie").Text("name", "__Host-archiet")
            .Text("description", "The opaque session cookie that /auth/login sets. Unsafe methods must come from the app's own site, or carry X-Archiet: 1 where a client sends no Origin.")
            .Close().Close();
        json.Open("parameters");
        Parameter(json, "id", "id", "path", "true", "{ \"type\": \"string\", \"format\": \"uuid\" }", "The row.");
        Parameter(json, "limit", "limit", "query", "false", "{ \"type\": \"integer\", \"minimum\": 1, \"maximum\": 200, \"default\": 50 }", "How many rows a page has at most.");
        Parameter(json, "after", "after", "query", "false", "{ \"type\": \"string\" }", "The page after the one whose `next` this is.");
        Parameter(json, "ifMatch", "If-Match", "header", "true", "{ \"type\": \"string\" }", "The ETag of the row as it was read.");
        Parameter(json, "ifNoneMatch", "If-None-Match", "header", "false", "{ \"type\": \"string\" }", "The ETag of the row as it is known; 304 when it still is.");
        json.Close().Open("headers");
        json.Member("ETag", "{ \"description\": \"The row's version, in quotes.\", \"schema\": { \"type\": \"string\" } }");
        json.Member("Location", "{ \"description\": \"The path of the new row.\", \"schema\": { \"type\": \"string\", \"format\": \"uri-reference\" } }");
        json.Close().Open("responses");
        json.Member("NotModified", "{ \"description\": \"The row still has the version in If-None-Match.\" }");
        foreach (var (_, name, description) in Refusals)
        {
            Problem(json, name, description);
        }
        Problem(json, "Problem", "Anything else that went wrong.");
        return json.Close().ToString();
    }

    public static string Schemas(AppModel app)
    {
        var vocabulary = app.Vocabulary;
        var json = new JsonWriter();
        foreach (var choice in vocabulary.Enums)
        {
            OpenApiSchemas.Enum(json, choice);
        }
        foreach (var value in vocabulary.Values)
        {
            OpenApiSchemas.Value(json, value);
        }
        OpenApiOwnSchemas.Write(json);
        OpenApiOperations.Schemas(json, app);
        return json.ToString();
    }

    private static void Post(JsonWriter json, string id, string summary, string? body, string success, string refusals, bool isOpen)
    {
        Head(json.Open("post"), id, summary, isOpen);
        if (body is not null)
        {
            json.Open("requestBody").Member("required", "true").Open("content")
                .Open("application/json").Reference("schema", "schemas", body).Close()
                .Close().Close();
        }
        json.Open("responses");
        if (success == "200")
        {
            Session(json, "The session.");
        }
        else
        {
            json.Member(success, "{ \"description\": \"Done.\" }");
        }
        Refused(json, refusals).Close().Close();
    }

    private static JsonWriter Head(JsonWriter json, string id, string summary, bool isOpen)
    {
        json.Text("operationId", id).Array("tags", ["Session"]).Text("summary", summary);
        return isOpen ? json.Member("security", "[]") : json;
    }

    private static void Session(JsonWriter json, string description) => json.Open("200").Text("description", description).Open("content")
        .Open("application/json").Reference("schema", "schemas", "archiet.Session").Close()
        .Close().Close();


    private static void Health(JsonWriter json, string path, string id, string summary) => json.Open(path).Open("get")
        .Text("operationId", id).Array("tags", ["Health"]).Text("summary", summary).Member("security", "[]").Open("responses")
        .Open("200").Text("description", "Yes.").Open("content")
        .Open("application/json").Reference("schema", "schemas", "archiet.Health").Close()
        .Close().Close()
        .Reference("default", "responses", "Problem")
        .Close().Close().Close();

    private static void Parameter(JsonWriter json, string key, string name, string place, string required, string schema, string description) => json.Open(key)
        .Text("name", name).Text("in", place).Member("required", required).Text("description", description).Member("schema", schema).Close();

    private static void Problem(JsonWriter json, string name, string description) => json.Open(name).Text("description", description).Open("content")
        .Open("application/problem+json").Reference("schema", "schemas", "archiet.Problem").Close()
        .Close().Close();
}
