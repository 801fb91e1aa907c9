namespace Archiet;

/// <summary>What is wrong with a request: everything, not the first thing.</summary>
public sealed class Findings(TimeProvider clock)
{
    /// <summary>The moment of the request.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The date of the request, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => throw new NotImplementedException();

    /// <summary>Adds a finding at a JSON pointer.</summary>
    public void Add(string pointer, string code, string message) => throw new NotImplementedException();

    /// <summary>Adds a finding at each of an entity's fields.</summary>
    public void Add<T>(FieldSet fields, string code, string message)
        where T : class, IEntity<T> => throw new NotImplementedException();
}
