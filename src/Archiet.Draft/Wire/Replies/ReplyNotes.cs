namespace Archiet.Draft.Wire.Replies;

/// <summary>What was not taken as it was said: each kind once, with how often.</summary>
internal sealed class ReplyNotes
{
    private readonly SortedDictionary<string, int> _notes = new(StringComparer.Ordinal);

    public void Add(string note) => _notes[note] = _notes.GetValueOrDefault(note) + 1;

    public EquatableArray<string> Lines() => _notes.Select(static note => note.Value == 1 ? note.Key + "." : FormattableString.Invariant($"{note.Key} ({note.Value} times).")).ToEquatableArray();
}
