using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>The TICKIT files as AWS publishes them, loaded with the options that AWS documents for them.</summary>
// https://docs.aws.amazon.com/redshift/latest/dg/c_sampledb.html
public class TickitTest(EmulatorFixture emulator) : IClassFixture<EmulatorFixture>
{
    private static readonly (string Name, string Columns, string File, string Parameters, int Rows)[] Tables =
    [
        ("venue",
            "venueid smallint not null distkey sortkey, venuename varchar(100), venuecity varchar(30), venuestate char(2), venueseats integer",
            "venue_pipe.txt", "delimiter '|'", 202),
        ("category",
            "catid smallint not null distkey sortkey, catgroup varchar(10), catname varchar(10), catdesc varchar(50)",
            "category_pipe.txt", "delimiter '|'", 11),
        ("date",
            "dateid smallint not null distkey sortkey, caldate date not null, day character(3) not null, week smallint not null, "
            + "month character(5) not null, qtr character(5) not null, year smallint not null, holiday boolean default('N')",
            "date2008_pipe.txt", "delimiter '|'", 365),
        ("event",
            "eventid integer not null distkey, venueid smallint not null, catid smallint not null, dateid smallint not null sortkey, "
            + "eventname varchar(200), starttime timestamp",
            "allevents_pipe.txt", "delimiter '|' timeformat 'YYYY-MM-DD HH:MI:SS'", 8798)
    ];

    [TickitFact]
    public async Task The_files_are_loaded_unloaded_and_loaded_again()
    {
        await using var bucket = await Bucket.CreateAsync(emulator);
        foreach (var (name, columns, file, parameters, rows) in Tables)
        {
            bucket.Write("tickit/" + file, await File.ReadAllBytesAsync(Path.Combine(TickitFactAttribute.Folder!, file)));
            await bucket.ExecuteAsync($"create table {name} ({columns})");
            await bucket.CopyAsync(name, "tickit/" + file, parameters);
            Assert.Equal((long)rows, await bucket.ScalarAsync($"select count(*) from {name}"));

            await bucket.ExecuteAsync($"create table {name}_again (like {name})");
            await bucket.UnloadAsync($"select * from {name}", $"unloaded/{name}_", "gzip manifest escape addquotes");
            await bucket.CopyAsync($"{name}_again", $"unloaded/{name}_manifest", "gzip manifest escape removequotes");
            Assert.Equal(
                0L,
                await bucket.ScalarAsync($"select count(*) from (select * from {name} except select * from {name}_again) as missing"));
            Assert.Equal((long)rows, await bucket.ScalarAsync($"select count(*) from {name}_again"));
        }

        Assert.Equal(
            ["Pop|130", "Musicals|64"],
            (await bucket.RowsAsync(
                """
                select catname, count(distinct venueid) from event join category using (catid)
                group by catname order by 2 desc, 1
                """)).Take(2));
    }
}
