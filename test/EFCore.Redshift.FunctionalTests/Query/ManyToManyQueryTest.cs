using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class ManyToManyQueryTest(CollegeFixture fixture) : QueryTest<CollegeContext>(fixture), IClassFixture<CollegeFixture>
{
    [Fact]
    public Task Any_over_a_skip_navigation()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Student>().Where(s => s.Courses.Any(c => c.Credits > 0)),
            """
            SELECT "s"."id", "s"."name"
            FROM "student" AS "s"
            WHERE EXISTS (
                SELECT 1
                FROM "enrolment" AS "e"
                INNER JOIN "course" AS "c" ON "e"."coursesid" = "c"."id"
                WHERE "s"."id" = "e"."studentsid" AND "c"."credits" > 0)
            """);

    [Fact]
    public Task All_over_a_skip_navigation_with_nulls()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Student>().Where(s => s.Courses.All(c => c.Credits != null)),
            """
            SELECT "s"."id", "s"."name"
            FROM "student" AS "s"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "enrolment" AS "e"
                INNER JOIN "course" AS "c" ON "e"."coursesid" = "c"."id"
                WHERE "s"."id" = "e"."studentsid" AND "c"."credits" IS NULL)
            """);

    [Fact]
    public Task First_of_a_skip_navigation()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Student>().Select(s => new { s.Name, Last = s.Courses.OrderByDescending(c => c.Title).Select(c => c.Title).FirstOrDefault() }),
            """
            SELECT "s"."name", "s0"."title" AS "last"
            FROM "student" AS "s"
            LEFT JOIN (
                SELECT "n"."title", "n"."studentsid"
                FROM (
                    SELECT "c"."title", "e"."studentsid", ROW_NUMBER() OVER(PARTITION BY "e"."studentsid" ORDER BY "c"."title" DESC) AS "row"
                    FROM "enrolment" AS "e"
                    INNER JOIN "course" AS "c" ON "e"."coursesid" = "c"."id"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s0" ON "s"."id" = "s0"."studentsid"
            """);

    [Fact]
    public Task Aggregates_of_a_skip_navigation()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Student>().Select(s => new { s.Name, Sum = s.Courses.Sum(c => c.Credits), Max = s.Courses.Max(c => c.Credits) }),
            """
            SELECT "s"."name", (
                SELECT CAST(COALESCE(SUM("c"."credits"), 0) AS integer)
                FROM "enrolment" AS "e"
                INNER JOIN "course" AS "c" ON "e"."coursesid" = "c"."id"
                WHERE "s"."id" = "e"."studentsid") AS "sum", (
                SELECT MAX("c0"."credits")
                FROM "enrolment" AS "e0"
                INNER JOIN "course" AS "c0" ON "e0"."coursesid" = "c0"."id"
                WHERE "s"."id" = "e0"."studentsid") AS "max"
            FROM "student" AS "s"
            """);

    [Fact]
    public Task Both_ways_through_a_skip_navigation()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Student>().SelectMany(s => s.Courses.SelectMany(c => c.Students).Where(o => o.Id != s.Id), (s, o) => new { A = s.Name, B = o.Name }),
            """
            SELECT "s"."name" AS "a", "s2"."name" AS "b"
            FROM "student" AS "s"
            INNER JOIN (
                SELECT "s1"."id", "s1"."name", "e"."studentsid"
                FROM "enrolment" AS "e"
                INNER JOIN "course" AS "c" ON "e"."coursesid" = "c"."id"
                INNER JOIN (
                    SELECT "s0"."id", "s0"."name", "e0"."coursesid"
                    FROM "enrolment" AS "e0"
                    INNER JOIN "student" AS "s0" ON "e0"."studentsid" = "s0"."id"
                ) AS "s1" ON "c"."id" = "s1"."coursesid"
            ) AS "s2" ON "s"."id" = "s2"."studentsid" AND "s"."id" <> "s2"."id"
            """);
}
