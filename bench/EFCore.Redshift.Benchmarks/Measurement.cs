using System.Diagnostics;

namespace EFCore.Redshift.Benchmarks;

/// <summary>Runs two contenders in turns, so that whatever else the machine does falls on both, and takes the medians.</summary>
/// <param name="Milliseconds">The median duration of a run.</param>
/// <param name="Bytes">The median of what a run allocated, in bytes.</param>
internal sealed record Measurement(double Milliseconds, double Bytes)
{
    private const int WarmUps = 5;
    private const int Rounds = 15;

    public static async Task<(Measurement Ours, Measurement Other)> CompareAsync(IContender ours, IContender other)
    {
        List<Measurement> oursRuns = [], otherRuns = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            // Neither always comes first.
            var oursFirst = round % 2 == 0;
            var first = await RunAsync(oursFirst ? ours : other);
            var second = await RunAsync(oursFirst ? other : ours);
            if (round >= 0)
            {
                oursRuns.Add(oursFirst ? first : second);
                otherRuns.Add(oursFirst ? second : first);
            }
        }

        return (MedianOf(oursRuns), MedianOf(otherRuns));
    }

    private static async Task<Measurement> RunAsync(IContender contender)
    {
        var work = await contender.PrepareAsync();

        // The garbage of one contender is not to be collected at the other's expense.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(start);

        return new Measurement(elapsed.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private static Measurement MedianOf(List<Measurement> runs)
        => new(Median(runs.Select(run => run.Milliseconds)), Median(runs.Select(run => run.Bytes)));

    private static double Median(IEnumerable<double> values)
        => values.Order().ElementAt(Rounds / 2);
}
