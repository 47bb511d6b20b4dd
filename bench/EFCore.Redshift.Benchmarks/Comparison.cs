namespace EFCore.Redshift.Benchmarks;

/// <summary>Two ways of doing the same work.</summary>
/// <param name="Work">What is done, without blanks.</param>
/// <param name="Sides">Who does it, as <c>ours/other</c>.</param>
/// <param name="Count">How many rows or queries it is.</param>
/// <param name="Ours">The way that is judged.</param>
/// <param name="Other">The way that it is judged by.</param>
/// <param name="Goal">The ratio of durations that we do not want to exceed, where one is set.</param>
internal sealed record Comparison(string Work, string Sides, int Count, IContender Ours, IContender Other, double? Goal = null);
