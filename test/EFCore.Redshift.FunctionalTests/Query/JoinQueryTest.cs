using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class JoinQueryTest(TickitFixture fixture) : QueryTest<TickitContext>(fixture), IClassFixture<TickitFixture>
{
    [Fact]
    public Task Join()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().Join(db.Rows<Event>(), s => s.EventId, e => e.Id, (s, e) => new { s.Id, e.Name }),
            """
            SELECT "s"."id", "e"."name"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id"
            """);

    [Fact]
    public Task Join_composite_key()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().Join(db.Rows<Event>(), s => new { Id = s.EventId, Q = (int)s.Quantity }, e => new { e.Id, Q = e.VenueId }, (s, e) => new { s.Id, e.Name }),
            """
            SELECT "s"."id", "e"."name"
            FROM "sale" AS "s"
            INNER JOIN "event" AS "e" ON "s"."eventid" = "e"."id" AND CAST("s"."quantity" AS integer) = "e"."venueid"
            """);

    [Fact]
    public Task LeftJoin()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().LeftJoin(db.Rows<Buyer>(), s => s.BuyerId, b => b.Id, (s, b) => new { s.Id, Name = b == null ? null : b.UserName }),
            """
            SELECT "s"."id", "b"."username" AS "name"
            FROM "sale" AS "s"
            LEFT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
            """);

    [Fact]
    public Task RightJoin()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().RightJoin(db.Rows<Buyer>(), s => s.BuyerId, b => b.Id, (s, b) => new { b.UserName, Sale = s == null ? null : (int?)s.Id }),
            """
            SELECT "b"."username", "s"."id" AS "sale"
            FROM "sale" AS "s"
            RIGHT JOIN "buyer" AS "b" ON "s"."buyerid" = "b"."id"
            """);

    [Fact]
    public Task GroupJoin_DefaultIfEmpty()
        => AssertQuery(
            (IQuerySource db) => from v in db.Rows<Venue>()
                join e in db.Rows<Event>() on v.Id equals e.VenueId into events
                from e in events.DefaultIfEmpty()
                select new { v.Id, Event = e == null ? null : e.Name },
            """
            SELECT "v"."id", "e"."name" AS "event"
            FROM "venue" AS "v"
            LEFT JOIN "event" AS "e" ON "v"."id" = "e"."venueid"
            """);

    [Fact]
    public Task SelectMany_collection()
        => AssertQuery(
            (IQueryable<Venue> rows) => rows.SelectMany(v => v.Events, (v, e) => new { v.Name, Event = e.Name }),
            """
            SELECT "v"."name", "e"."name" AS "event"
            FROM "venue" AS "v"
            INNER JOIN "event" AS "e" ON "v"."id" = "e"."venueid"
            """);

    [Fact]
    public Task SelectMany_cross()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Venue>().SelectMany(v => db.Rows<Buyer>(), (v, b) => new { V = v.Id, B = b.Id }),
            """
            SELECT "v"."id" AS "v", "b"."id" AS "b"
            FROM "venue" AS "v"
            CROSS JOIN "buyer" AS "b"
            """);

    [Fact]
    public Task SelectMany_DefaultIfEmpty_by_inequality()
        => AssertQuery(
            (IQuerySource db) => from e in db.Rows<Event>()
                from s in db.Rows<Sale>().Where(s => s.EventId == e.Id && s.Quantity > e.VenueId).DefaultIfEmpty()
                select new { e.Id, Sale = s == null ? null : (int?)s.Id },
            """
            SELECT "e"."id", "s"."id" AS "sale"
            FROM "event" AS "e"
            LEFT JOIN "sale" AS "s" ON "e"."id" = "s"."eventid" AND "e"."venueid" < "s"."quantity"
            """);

    // As in SQL, and unlike in LINQ to Objects of some versions, null keys do not match.
    [Fact]
    public Task Self_join()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Venue>().Join(db.Rows<Venue>(), a => a.City, b => b.City, (a, b) => new { A = a.Id, B = b.Id }),
            """
            SELECT "v"."id" AS "a", "v0"."id" AS "b"
            FROM "venue" AS "v"
            INNER JOIN "venue" AS "v0" ON "v"."city" = "v0"."city"
            """,
            expected: db => db.Rows<Venue>().Join(db.Rows<Venue>(), a => a.City, b => b.City, (a, b) => new { A = a.Id, B = b.Id }).Where(x => x.A != 3));

    [Fact]
    public Task Join_local_collection()
    {
        int[] ids = [1, 3, 99];

        return AssertQuery(
            (IQuerySource db) => db.Rows<Sale>().Join(ids, s => s.Id, i => i, (s, i) => new { s.Id, i }),
            """
            SELECT "s"."id", "p"."value" AS "i"
            FROM "sale" AS "s"
            INNER JOIN (SELECT @p1 AS "value" UNION ALL SELECT @p2 UNION ALL SELECT @p3) AS "p" ON "s"."id" = "p"."value"
            """);
    }
}
