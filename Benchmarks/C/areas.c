/*
 * A table interpreter of the Areas benchmark: the yardstick for how fast the rules can be without any engine.
 *
 *     areas FOLDER [two-valued|bounds] [REPETITIONS]
 *
 * Reads areas.csv, munis.csv and rules.txt (see areas_forms.py), runs all rules on all areas and prints one JSON
 * object. Rules are data: tables of comparisons that a loop walks through, nothing is compiled in. The run records each
 * firing as area and rule; the checksum over the names is taken afterwards, outside the measured time.
 *
 * Numbers are whole: values and constants in tenths, factors in hundredths, so a join compares 100 * own with
 * factor * mean, both in thousandths.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { INDICATORS = 60, NAME = 16, MISSING = INT16_MIN };

enum kind { THRESHOLD, JOIN, COMBINE, COUNT };

/* One comparison of an indicator with a constant. */
struct test { int16_t indicator, bound; char sign; };

/* Tests of thresholds and joins stand in one table, members of combinations and counts in another. */
struct rule {
    char name[NAME];
    enum kind kind;
    int indicator, factor;      /* join */
    int least;                  /* count; of a combination how many members, behind the others, must be absent */
    int first, count;           /* part of the table of tests or members */
};

struct table { char (*names)[NAME]; int *owners; int16_t *values; int rows; };

struct firing { int32_t area, rule; };

struct firings { struct firing *list; size_t count, room; };

static struct rule *rules;
static struct test *tests;
static int32_t *members;
static int rule_count;

static void fail(const char *what)
{
    fprintf(stderr, "areas: %s\n", what);
    exit(1);
}

static void *memory(void *old, size_t bytes)
{
    void *new = realloc(old, bytes);
    if (new == NULL) fail("out of memory");
    return new;
}

/* A decimal text times a power of ten; digits behind that are not expected. */
static int scaled(const char *text, int places)
{
    int sign = *text == '-' ? -1 : 1, number = 0, after = -1;
    for (text += *text == '-'; (*text >= '0' && *text <= '9') || *text == '.'; text++) {
        if (*text == '.') { after = 0; continue; }
        if (after >= places) fail("a number has more decimals than expected");
        number = 10 * number + (*text - '0');
        if (after >= 0) after++;
    }
    for (after = after < 0 ? 0 : after; after < places; after++) number *= 10;
    return sign * number;
}

static FILE *opened(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) { fprintf(stderr, "areas: cannot read %s\n", path); exit(1); }
    return file;
}

/* Cuts a line at the next comma. */
static char *cell(char **rest)
{
    char *start = *rest, *end = start + strcspn(start, ",\n");
    *rest = *end == ',' ? end + 1 : end;
    *end = 0;
    return start;
}

static int row_named(const struct table *table, const char *name)
{
    for (int row = table->rows - 1; row >= 0; row--)
        if (strcmp(table->names[row], name) == 0) return row;
    fail("a municipality is not in munis.csv");
    return -1;
}

/* A table of indicators; with owners, the second column names a row of that table. */
static struct table read_table(const char *folder, const char *name, const struct table *owners)
{
    struct table table = {0};
    FILE *file = opened(folder, name);
    char line[4096];
    int room = 0;
    if (fgets(line, sizeof line, file) == NULL) fail("a table is empty");
    while (fgets(line, sizeof line, file) != NULL) {
        if (table.rows == room) {
            room = room ? 2 * room : 1024;
            table.names = memory(table.names, room * sizeof *table.names);
            table.owners = memory(table.owners, room * sizeof *table.owners);
            table.values = memory(table.values, room * sizeof *table.values * INDICATORS);
        }
        char *rest = line;
        const char *text = cell(&rest);
        if (strlen(text) >= NAME) fail("a name is too long");
        strcpy(table.names[table.rows], text);
        table.owners[table.rows] = owners ? row_named(owners, cell(&rest)) : -1;
        for (int at = 0; at < INDICATORS; at++) {
            text = cell(&rest);
            table.values[table.rows * INDICATORS + at] = *text ? scaled(text, 1) : MISSING;
        }
        table.rows++;
    }
    fclose(file);
    return table;
}

static int number(FILE *file)
{
    int value;
    if (fscanf(file, "%d", &value) != 1) fail("rules.txt: a whole number is expected");
    return value;
}

static int decimal_number(FILE *file, int places)
{
    char text[32];
    if (fscanf(file, "%31s", text) != 1) fail("rules.txt: a number is expected");
    return scaled(text, places);
}

static void read_members(FILE *file, int count, int *used)
{
    members = memory(members, (*used + count) * sizeof *members);
    while (count-- > 0) members[(*used)++] = number(file);
}

static void read_rules(const char *folder)
{
    static const char *kinds[] = { "threshold", "join", "combine", "count" };
    FILE *file = opened(folder, "rules.txt");
    int test_count = 0, member_count = 0;
    rule_count = number(file);
    rules = memory(NULL, rule_count * sizeof *rules);
    for (int at = 0; at < rule_count; at++) {
        struct rule *rule = &rules[at];
        char kind[16];
        memset(rule, 0, sizeof *rule);
        if (fscanf(file, "%15s %15s", kind, rule->name) != 2) fail("rules.txt: a rule is expected");
        while (rule->kind <= COUNT && strcmp(kinds[rule->kind], kind) != 0) rule->kind++;
        switch (rule->kind) {
        case JOIN:
            rule->indicator = number(file);
            rule->factor = decimal_number(file, 2);
            /* fall through */
        case THRESHOLD:
            rule->first = test_count;
            rule->count = number(file);
            test_count += rule->count;
            tests = memory(tests, test_count * sizeof *tests);
            for (int place = rule->first; place < test_count; place++) {
                tests[place].indicator = number(file);
                if (fscanf(file, " %c", &tests[place].sign) != 1) fail("rules.txt: < or > is expected");
                tests[place].bound = decimal_number(file, 1);
            }
            break;
        case COMBINE:
            rule->first = member_count;
            rule->count = number(file);
            read_members(file, rule->count, &member_count);
            rule->least = number(file);
            read_members(file, rule->least, &member_count);
            break;
        case COUNT:
            rule->least = number(file);
            rule->first = member_count;
            rule->count = number(file);
            read_members(file, rule->count, &member_count);
            break;
        default:
            fail("rules.txt: an unknown kind of rule");
        }
    }
    fclose(file);
}

static void record(struct firings *firings, int area, int rule)
{
    if (firings->count == firings->room) {
        firings->room = firings->room ? 2 * firings->room : 1 << 16;
        firings->list = memory(firings->list, firings->room * sizeof *firings->list);
    }
    firings->list[firings->count++] = (struct firing){ area, rule };
}

static int holds(struct test test, int value)
{
    return test.sign == '>' ? value > test.bound : value < test.bound;
}

/* All rules on one area, where a missing value makes a comparison `unknown`: 0 for false, 1 for perhaps true.
 * `seen` are the signals of this reading, `against` those that must not be there. */
static int fires(const struct rule *rule, const int16_t *own, const int16_t *means, int unknown,
                 const uint8_t *seen, const uint8_t *against)
{
    int at = rule->first, end = rule->first + rule->count, found = 0;
    switch (rule->kind) {
    case JOIN: {
        int value = own[rule->indicator], mean = means[rule->indicator];
        if (value == MISSING || mean == MISSING) { if (!unknown) return 0; }
        else if (100 * value <= rule->factor * mean) return 0;
    }   /* fall through */
    case THRESHOLD:
        for (; at < end; at++) {
            int value = own[tests[at].indicator];
            if (value == MISSING ? !unknown : !holds(tests[at], value)) return 0;
        }
        return 1;
    case COMBINE:
        for (; at < end; at++) if (!seen[members[at]]) return 0;
        for (end += rule->least; at < end; at++) if (against[members[at]]) return 0;
        return 1;
    default:
        for (; at < end; at++) found += seen[members[at]];
        return found >= rule->least;
    }
}

/* Two-valued: missing is false, absent means not fired. */
static void run_two_valued(const struct table *areas, const struct table *municipalities, struct firings *firings)
{
    uint8_t *fired = memory(NULL, rule_count);
    for (int area = 0; area < areas->rows; area++) {
        const int16_t *own = areas->values + area * INDICATORS;
        const int16_t *means = municipalities->values + areas->owners[area] * INDICATORS;
        for (int at = 0; at < rule_count; at++) {
            fired[at] = fires(&rules[at], own, means, 0, fired, fired);
            if (fired[at]) record(firings, area, at);
        }
    }
    free(fired);
}

/* Two bounds: what is certain and what is possible; absent is certain when not possible, possible when not certain. */
static void run_bounds(const struct table *areas, const struct table *municipalities, struct firings *certain,
                       struct firings *possible)
{
    uint8_t *sure = memory(NULL, rule_count), *perhaps = memory(NULL, rule_count);
    for (int area = 0; area < areas->rows; area++) {
        const int16_t *own = areas->values + area * INDICATORS;
        const int16_t *means = municipalities->values + areas->owners[area] * INDICATORS;
        for (int at = 0; at < rule_count; at++) {
            perhaps[at] = fires(&rules[at], own, means, 1, perhaps, sure);
            sure[at] = perhaps[at] && fires(&rules[at], own, means, 0, sure, perhaps);
            if (sure[at]) record(certain, area, at);
            if (perhaps[at]) record(possible, area, at);
        }
    }
    free(sure);
    free(perhaps);
}

/* The sum over all firings of FNV-1a (64 bit; Fowler, Noll and Vo) of `AREA RULE`. */
static uint64_t checksum(const struct firings *firings, const struct table *areas)
{
    uint64_t sum = 0;
    for (size_t at = 0; at < firings->count; at++) {
        char text[2 * NAME + 2];
        uint64_t hash = 0xcbf29ce484222325u;
        snprintf(text, sizeof text, "%s %s", areas->names[firings->list[at].area], rules[firings->list[at].rule].name);
        for (const char *byte = text; *byte; byte++) hash = (hash ^ (uint8_t)*byte) * 0x100000001b3u;
        sum += hash;
    }
    return sum;
}

static double cpu_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + 1e-9 * time.tv_nsec;
}

/* The most memory in use so far; getrusage would count that of the program which started this one. */
static long peak_memory_kb(void)
{
    char line[256];
    long peak = 0;
    FILE *file = opened("/proc/self", "status");
    while (fgets(line, sizeof line, file) != NULL) sscanf(line, "VmHWM: %ld", &peak);
    fclose(file);
    return peak;
}

int main(int argument_count, char **arguments)
{
    if (argument_count < 2) fail("usage: areas FOLDER [two-valued|bounds] [REPETITIONS]");
    int bounds = argument_count > 2 && strcmp(arguments[2], "bounds") == 0;
    int repetitions = argument_count > 3 ? atoi(arguments[3]) : 1;
    double start = cpu_seconds();
    read_rules(arguments[1]);
    struct table municipalities = read_table(arguments[1], "munis.csv", NULL);
    struct table areas = read_table(arguments[1], "areas.csv", &municipalities);
    double loaded = cpu_seconds();
    struct firings first = {0}, second = {0};
    for (int round = 0; round < repetitions; round++) {
        first.count = second.count = 0;
        if (bounds) run_bounds(&areas, &municipalities, &first, &second);
        else run_two_valued(&areas, &municipalities, &first);
    }
    double done = cpu_seconds();
    long peak = peak_memory_kb();
    printf("{\"areas\": %d, \"rules\": %d, ", areas.rows, rule_count);
    printf("\"%s\": {\"firings\": %zu, \"checksum\": \"%016llx\"}, ", bounds ? "certain" : "two-valued", first.count,
           (unsigned long long)checksum(&first, &areas));
    if (bounds)
        printf("\"possible\": {\"firings\": %zu, \"checksum\": \"%016llx\"}, ", second.count,
               (unsigned long long)checksum(&second, &areas));
    printf("\"load_seconds\": %.6f, \"run_seconds\": %.6f, \"peak_memory_kb\": %ld}\n", loaded - start,
           (done - loaded) / repetitions, peak);
    return 0;
}
