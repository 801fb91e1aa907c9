namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Takes what a reader finds in a file.</summary>
internal interface IValueSink
{
    /// <summary>A value that stands under a name.</summary>
    /// <param name="key">Where it stands. Valid only during the call: the reader goes on with it.</param>
    /// <param name="value">What the value says, escapes resolved.</param>
    /// <param name="start">Where it is written, without its quotes.</param>
    /// <param name="length">How long it is written; longer than the value where something was escaped or folded.</param>
    void Value(KeyPath key, TextPart value, int start, int length);

    /// <summary>A text that stands under no name that says anything of it.</summary>
    /// <param name="value">What the text says, escapes resolved.</param>
    /// <param name="start">Where it is written.</param>
    /// <param name="length">How long it is written.</param>
    void Text(TextPart value, int start, int length);
}
