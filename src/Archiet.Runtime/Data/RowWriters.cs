using Microsoft.Extensions.ObjectPool;

namespace Archiet;

/// <summary>The pool of writers.</summary>
internal static class RowWriters
{
    /// <summary>A writer that grew beyond this for one large answer is not kept.</summary>
    private const int LargestKept = 512 * 1024;

    /// <summary>About as many as requests are answered at a time.</summary>
    private const int MostKept = 256;

    private static readonly ObjectPool<RowWriter> Pool = new DefaultObjectPoolProvider { MaximumRetained = MostKept }.Create(new Policy());

    public static RowWriter Rent() => Pool.Get();

    public static void Return(RowWriter writer) => Pool.Return(writer);

    private sealed class Policy : PooledObjectPolicy<RowWriter>
    {
        public override RowWriter Create() => new();

        public override bool Return(RowWriter obj)
        {
            obj.Reset();
            return obj.Capacity <= LargestKept;
        }
    }
}
