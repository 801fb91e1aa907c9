using System.Text.Json;

namespace Archiet;

/// <summary>Binds the values of one statement in order, each with its PostgreSQL type; null binds NULL of that type.</summary>
public sealed class Parameters
{
    /// <summary>Text of any kind, an enum's name included.</summary>
    public Parameters Text(string? value) => throw new NotImplementedException();

    /// <summary>True or false.</summary>
    public Parameters Bool(bool? value) => throw new NotImplementedException();

    /// <summary>A whole number of 32 bits.</summary>
    public Parameters Int(int? value) => throw new NotImplementedException();

    /// <summary>A whole number of 64 bits.</summary>
    public Parameters Long(long? value) => throw new NotImplementedException();

    /// <summary>An exact number.</summary>
    public Parameters Decimal(decimal? value) => throw new NotImplementedException();

    /// <summary>A date.</summary>
    public Parameters Date(DateOnly? value) => throw new NotImplementedException();

    /// <summary>A time of day.</summary>
    public Parameters Time(TimeOnly? value) => throw new NotImplementedException();

    /// <summary>A moment.</summary>
    public Parameters Timestamp(DateTimeOffset? value) => throw new NotImplementedException();

    /// <summary>A length of time.</summary>
    public Parameters Duration(TimeSpan? value) => throw new NotImplementedException();

    /// <summary>A uuid.</summary>
    public Parameters Id(Guid? value) => throw new NotImplementedException();

    /// <summary>A JSON document.</summary>
    public Parameters Json(JsonElement? value) => throw new NotImplementedException();

    /// <summary>Bytes.</summary>
    public Parameters Bytes(byte[]? value) => throw new NotImplementedException();
}
