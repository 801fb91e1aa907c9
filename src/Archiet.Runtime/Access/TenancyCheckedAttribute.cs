namespace Archiet;

/// <summary>
/// States of an assembly that it was compiled with the tenancy rules on: code may hand it its contexts and queries (ARC1013). The SDK puts it on what it builds; nobody writes it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TenancyCheckedAttribute : Attribute;
