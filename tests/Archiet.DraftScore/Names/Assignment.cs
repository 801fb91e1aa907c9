namespace Archiet.DraftScore.Names;

/// <summary>The one-to-one assignment with the greatest sum of weights.</summary>
internal static class Assignment
{
    /// <summary>For each row the column that it is given to, or -1 where it has none with a weight.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="weight">What it is worth that a row is given to a column: nothing or more.</param>
    public static int[] Best(int rows, int columns, Func<int, int, long> weight)
    {
        var size = Math.Max(rows, columns);
        // The Hungarian method: potentials of rows and columns, and shortest augmenting paths, one for each row; both are counted from one.
        var rowPotential = new long[size + 1];
        var columnPotential = new long[size + 1];
        var rowOfColumn = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            Augment(row, size, Cost, rowPotential, columnPotential, rowOfColumn);
        }
        var assigned = new int[rows];
        Array.Fill(assigned, -1);
        for (var column = 1; column <= size; column++)
        {
            var row = rowOfColumn[column];
            if (row <= rows && column <= columns && weight(row - 1, column - 1) > 0)
            {
                assigned[row - 1] = column - 1;
            }
        }
        return assigned;

        long Cost(int row, int column) => row <= rows && column <= columns ? -weight(row - 1, column - 1) : 0;
    }

    private static void Augment(int row, int size, Func<int, int, long> cost, long[] rowPotential, long[] columnPotential, int[] rowOfColumn)
    {
        var least = new long[size + 1];
        var before = new int[size + 1];
        var isUsed = new bool[size + 1];
        Array.Fill(least, long.MaxValue);
        rowOfColumn[0] = row;
        var column = 0;
        while (rowOfColumn[column] != 0)
        {
            isUsed[column] = true;
            var (delta, next) = (long.MaxValue, 0);
            for (var other = 1; other <= size; other++)
            {
                if (isUsed[other])
                {
                    continue;
                }
                var reduced = cost(rowOfColumn[column], other) - rowPotential[rowOfColumn[column]] - columnPotential[other];
                if (reduced < least[other])
                {
                    (least[other], before[other]) = (reduced, column);
                }
                if (least[other] < delta)
                {
                    (delta, next) = (least[other], other);
                }
            }
            Shift(size, delta, isUsed, least, rowPotential, columnPotential, rowOfColumn);
            column = next;
        }
        while (column != 0)
        {
            rowOfColumn[column] = rowOfColumn[before[column]];
            column = before[column];
        }
    }

    private static void Shift(int size, long delta, bool[] isUsed, long[] least, long[] rowPotential, long[] columnPotential, int[] rowOfColumn)
    {
        for (var column = 0; column <= size; column++)
        {
            if (isUsed[column])
            {
                rowPotential[rowOfColumn[column]] += delta;
                columnPotential[column] -= delta;
            }
            else
            {
                least[column] -= delta;
            }
        }
    }
}
