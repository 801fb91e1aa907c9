namespace Archiet.Draft.Server;

/// <summary>Answers of a model on disk, recorded or written by hand: a file for what is asked and for which sentences.</summary>
/// <param name="folder">Where they are.</param>
public sealed class Cassettes(string folder)
{
    /// <summary>The answer to a request: of its file, or one in which nothing is found.</summary>
    public ServerAnswer Answer(ServerRequest request)
    {
        var path = Path.Combine(folder, request.CassetteKey + ".json");
        return ServerAnswer.Of(File.Exists(path) ? File.ReadAllText(path) : Nothing(request));
    }

    /// <summary>An answer in which nothing is found.</summary>
    public static string Nothing(ServerRequest request) => "{" + string.Join(", ", request.Asks.Split('+').Select(static array => $"\"{array}\": []")) + "}";
}
