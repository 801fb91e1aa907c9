using System.Text;

namespace Archiet.OpenApi;

/// <summary>Lays JSON out for people: two spaces a level; what is short, and every array of plain values, on one line.</summary>
internal sealed class OpenApiLayout
{
    private const int Width = 2;
    private const int Short = 140;
    private readonly string json;
    private readonly StringBuilder text;

    private OpenApiLayout(string json)
    {
        this.json = json;
        text = new StringBuilder(json.Length * 2);
    }

    /// <summary>JSON without white space, indented, with a line break at the end.</summary>
    public static string Indent(string json)
    {
        var layout = new OpenApiLayout(json);
        layout.Value(0, 0);
        return layout.text.Append('\n').ToString();
    }

    private int Value(int at, int depth)
    {
        var end = JsonScan.EndOfValue(json, at);
        if (json[at] is not ('{' or '[') || end - at <= Short || (json[at] == '[' && json.IndexOf('{', at, end - at) < 0))
        {
            Line(at, end);
            return end;
        }
        text.Append(json[at++]);
        while (at < end)
        {
            text.Append('\n').Append(' ', (depth + 1) * Width);
            if (json[at] == '"' && json[JsonScan.EndOfString(json, at)] == ':')
            {
                var name = JsonScan.EndOfString(json, at);
                text.Append(json, at, name - at).Append(": ");
                at = name + 1;
            }
            at = Value(at, depth + 1);
            if (json[at] == ',')
            {
                text.Append(',');
            }
            else
            {
                text.Append('\n').Append(' ', depth * Width).Append(json[at]);
            }
            at++;
        }
        return end;
    }

    private void Line(int at, int end)
    {
        while (at < end)
        {
            if (json[at] == '"')
            {
                var close = JsonScan.EndOfString(json, at);
                text.Append(json, at, close - at);
                at = close;
                continue;
            }
            var isEmpty = json[at] == '{' && json[at + 1] == '}';
            text.Append(json[at] switch
            {
                '{' when !isEmpty => "{ ",
                '}' when json[at - 1] != '{' => " }",
                ',' => ", ",
                ':' => ": ",
                var other => other.ToString(),
            });
            at++;
        }
    }
}
