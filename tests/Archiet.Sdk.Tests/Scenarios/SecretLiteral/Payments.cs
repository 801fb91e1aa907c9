namespace Shop;

internal static class Payments
{
    public const string Key = "AKIA";
}
