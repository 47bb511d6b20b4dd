namespace EFCore.Redshift.Query;

/// <summary>A part of a date or time, for <c>EF.Functions.DateDiff</c>, <c>DateAdd</c> and <c>DateTrunc</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_Dateparts_for_datetime_functions.html</remarks>
public enum RedshiftDatePart
{
    /// <summary>Years.</summary>
    Year,

    /// <summary>Quarters of a year.</summary>
    Quarter,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Weeks, which begin on Monday.</summary>
    Week,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Milliseconds.</summary>
    Millisecond,

    /// <summary>Microseconds, the finest that Redshift stores.</summary>
    Microsecond
}
