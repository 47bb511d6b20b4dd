using System.Runtime.CompilerServices;
using EFCore.Redshift.Query;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Functions of Amazon Redshift for LINQ queries, on <see cref="EF.Functions" />. They exist on the server only.</summary>
/// <example>
///     <code>
///     context.Sales.Where(s => EF.Functions.DateDiff(RedshiftDatePart.Month, s.Ordered, s.Paid) > 1);
///     </code>
/// </example>
public static class RedshiftDbFunctionsExtensions
{
    /// <summary>Counts how many boundaries of a date part lie between two times, as <c>DATEDIFF(part, start, end)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="part">The part whose boundaries are counted; a constant.</param>
    /// <param name="start">The first time.</param>
    /// <param name="end">The second time.</param>
    /// <returns>The count; negative where <paramref name="end" /> is the earlier one.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>From December 31 to January 1 is one year. https://docs.aws.amazon.com/redshift/latest/dg/r_DATEDIFF_function.html</remarks>
    public static long DateDiff(this DbFunctions _, RedshiftDatePart part, DateTime start, DateTime end)
        => throw OutsideOfQuery();

    /// <summary>Counts how many boundaries of a date part lie between two dates, as <c>DATEDIFF(part, start, end)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="part">The part whose boundaries are counted; a constant.</param>
    /// <param name="start">The first date.</param>
    /// <param name="end">The second date.</param>
    /// <returns>The count; negative where <paramref name="end" /> is the earlier one.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>From December 31 to January 1 is one year. https://docs.aws.amazon.com/redshift/latest/dg/r_DATEDIFF_function.html</remarks>
    public static long DateDiff(this DbFunctions _, RedshiftDatePart part, DateOnly start, DateOnly end)
        => throw OutsideOfQuery();

    /// <summary>Adds to a time, as <c>DATEADD(part, number, value)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="part">What is added; a constant.</param>
    /// <param name="number">How many of them; may be negative.</param>
    /// <param name="value">The time.</param>
    /// <returns>The later time.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>A year after February 29 is March 1, where <c>AddYears</c> says February 28. https://docs.aws.amazon.com/redshift/latest/dg/r_DATEADD_function.html</remarks>
    public static DateTime DateAdd(this DbFunctions _, RedshiftDatePart part, int number, DateTime value)
        => throw OutsideOfQuery();

    /// <summary>Cuts a time off to a part, as <c>DATE_TRUNC(part, value)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="part">The finest part that is kept; a constant.</param>
    /// <param name="value">The time.</param>
    /// <returns>The beginning of the part in which the time lies.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_DATE_TRUNC.html</remarks>
    public static DateTime DateTrunc(this DbFunctions _, RedshiftDatePart part, DateTime value)
        => throw OutsideOfQuery();

    /// <summary>Reads a time in one time zone and writes it in another, as <c>CONVERT_TIMEZONE(source, target, value)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="source">The zone of the time, by name, as <c>UTC</c> or <c>Europe/Berlin</c>.</param>
    /// <param name="target">The zone of the result.</param>
    /// <param name="value">The time.</param>
    /// <returns>The same moment as the clock of the target zone shows it.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/CONVERT_TIMEZONE.html</remarks>
    public static DateTime ConvertTimeZone(this DbFunctions _, string source, string target, DateTime value)
        => throw OutsideOfQuery();

    /// <summary>Finds the first match of a regular expression (PCRE), as <c>REGEXP_SUBSTR(text, pattern, 1, 1, 'p')</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <returns>The match; an empty text where there is none.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/REGEXP_SUBSTR.html</remarks>
    public static string RegexpSubstr(this DbFunctions _, string text, string pattern)
        => throw OutsideOfQuery();

    /// <summary>Computes the MD5 hash of a text, as <c>MD5(text)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="text">The text.</param>
    /// <returns>32 hexadecimal digits in lower case.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_MD5.html</remarks>
    public static string Md5(this DbFunctions _, string text)
        => throw OutsideOfQuery();

    /// <summary>Computes a SHA-2 hash of a text, as <c>SHA2(text, bits)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="text">The text.</param>
    /// <param name="bits">The length of the hash in bits: 224, 256, 384 or 512.</param>
    /// <returns>Hexadecimal digits in lower case.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/SHA2.html</remarks>
    public static string Sha2(this DbFunctions _, string text, int bits)
        => throw OutsideOfQuery();

    /// <summary>Reads a number in a base, as <c>STRTOL(text, base)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="text">The number's digits.</param>
    /// <param name="numberBase">The base, from 2 to 36.</param>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_STRTOL.html</remarks>
    public static long StrToL(this DbFunctions _, string text, int numberBase)
        => throw OutsideOfQuery();

    /// <summary>Takes the median of the values of a group, as <c>MEDIAN(value)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="values">The values.</param>
    /// <returns>The median, between two values their mean; null of no values.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>Needs a table in the query. https://docs.aws.amazon.com/redshift/latest/dg/r_MEDIAN.html</remarks>
    public static decimal? Median(this DbFunctions _, IEnumerable<decimal> values)
        => throw OutsideOfQuery();

    /// <summary>Takes the median of the values of a group, as <c>MEDIAN(value)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="values">The values.</param>
    /// <returns>The median, between two values their mean; null of no values.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>Needs a table in the query. https://docs.aws.amazon.com/redshift/latest/dg/r_MEDIAN.html</remarks>
    public static double? Median(this DbFunctions _, IEnumerable<double> values)
        => throw OutsideOfQuery();

    /// <summary>Interpolates the value below which a fraction of a group lies, as <c>PERCENTILE_CONT(fraction) WITHIN GROUP (ORDER BY value)</c>.</summary>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="values">The values.</param>
    /// <param name="fraction">The fraction, from 0 to 1; a constant.</param>
    /// <returns>The value; null of no values.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>Needs a table in the query. https://docs.aws.amazon.com/redshift/latest/dg/r_PERCENTILE_CONT.html</remarks>
    public static double? PercentileCont(this DbFunctions _, IEnumerable<double> values, double fraction)
        => throw OutsideOfQuery();

    /// <summary>Estimates how many different values a group has, as <c>APPROXIMATE COUNT(DISTINCT value)</c>.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="_">The <see cref="DbFunctions" /> instance.</param>
    /// <param name="values">The values; nulls are not counted.</param>
    /// <returns>The number, with an error of about 2 %.</returns>
    /// <exception cref="InvalidOperationException">It was called outside of a query.</exception>
    /// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_COUNT.html</remarks>
    public static long ApproximateCountDistinct<T>(this DbFunctions _, IEnumerable<T> values)
        => throw OutsideOfQuery();

    private static InvalidOperationException OutsideOfQuery([CallerMemberName] string method = "")
        => new(CoreStrings.FunctionOnClient(method));
}
