namespace Archiet.Analyzers.Secrets;

/// <summary>AWS's secret access keys: forty characters with no mark of their own, known by the name that its files give them.</summary>
internal static class SecretAccessKey
{
    private const int Length = 40;

    private static readonly string[] Names = ["aws_secret_access_key", "AWS_SECRET_ACCESS_KEY", "SecretAccessKey", "secretAccessKey", "AWSSecretKey"];

    private static readonly string[] Assignments = ["=", " = ", ": ", ":", "=\"", " = \"", "\": \"", "\":\"", ": \""];

    /// <summary>The name, what assigns, and the key.</summary>
    public static readonly string Shapes = string.Join("|", Names.SelectMany(name => Assignments.Select(assignment => name + assignment + "^{b40}")));

    /// <summary>Whether the key was drawn by a machine: letters of both cases and digits, as forty of them have.</summary>
    public static bool Check(string token)
    {
        var from = token.Length - Length;
        return !Samples.LooksMadeUp(token, from) && !Samples.IsPublished(token.Substring(from)) && Samples.IsMixed(token.Substring(from));
    }
}
