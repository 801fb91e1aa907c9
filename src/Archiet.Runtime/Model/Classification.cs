namespace Archiet;

/// <summary>What kind of data a field holds, as its genome says. Nothing classified is ever in a log line or a message of the runtime's.</summary>
[Flags]
public enum Classification
{
    /// <summary>The genome says nothing.</summary>
    None = 0,

    /// <summary>Says something about a person.</summary>
    Personal = 1,

    /// <summary>Personal data of a special category: health, beliefs, origin.</summary>
    Sensitive = 2,

    /// <summary>Protected health information.</summary>
    Phi = 4,

    /// <summary>Says something about money of a person or a firm.</summary>
    Financial = 8,

    /// <summary>Is written and never read over the API: a password, a token, a key.</summary>
    Secret = 16,
}

/// <summary>Marks a property by what kind of data it holds: for code that must treat it with care, and for analyzers that see to it.</summary>
/// <param name="classification">The kind.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ClassifiedAttribute(Classification classification) : Attribute
{
    /// <summary>The kind.</summary>
    public Classification Classification { get; } = classification;
}

/// <summary>Marks what says something about a person.</summary>
public sealed class PersonalAttribute() : ClassifiedAttribute(Classification.Personal);

/// <summary>Marks personal data of a special category: health, beliefs, origin.</summary>
public sealed class SensitiveAttribute() : ClassifiedAttribute(Classification.Sensitive);

/// <summary>Marks protected health information.</summary>
public sealed class PhiAttribute() : ClassifiedAttribute(Classification.Phi);

/// <summary>Marks what says something about money of a person or a firm.</summary>
public sealed class FinancialAttribute() : ClassifiedAttribute(Classification.Financial);

/// <summary>Marks what is written and never read over the API.</summary>
public sealed class SecretAttribute() : ClassifiedAttribute(Classification.Secret);
