using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Archiet.Draft.Server;

/// <summary>A way of asking and of answering, from the server's side.</summary>
public abstract class ServerDialect
{
    /// <summary>Chat completions.</summary>
    public static ServerDialect OpenAi { get; } = new OpenAiServerDialect();

    /// <summary>Messages.</summary>
    public static ServerDialect Anthropic { get; } = new AnthropicServerDialect();

    /// <summary>The path of its one endpoint.</summary>
    public abstract string Path { get; }

    /// <summary>The property that says how many tokens an answer may have.</summary>
    public abstract string LimitProperty { get; }

    /// <summary>Properties that a request may have beside those for sampling; any other is one that real servers do not know.</summary>
    public abstract IReadOnlyList<string> Properties { get; }

    /// <summary>The schema of the answer.</summary>
    public abstract JsonElement SchemaOf(JsonElement request);

    /// <summary>What the model is given.</summary>
    public abstract string MaterialOf(JsonElement request);

    /// <summary>The key of a request; nothing where there is none.</summary>
    public abstract string KeyOf(IHeaderDictionary headers);

    /// <summary>Faults in the headers of a request.</summary>
    public abstract IEnumerable<string> FaultsOf(IHeaderDictionary headers, JsonElement request);

    /// <summary>The body of an answer.</summary>
    public abstract JsonObject Envelope(Written answer);

    /// <summary>The body of a failure.</summary>
    public abstract JsonObject Envelope(Failed failure);

    /// <inheritdoc/>
    public override string ToString() => GetType().Name.Replace("ServerDialect", "", StringComparison.Ordinal);
}
