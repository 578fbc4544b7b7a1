package io.sluice.cli.bench;

import io.sluice.bench.load.Arrival;
import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.Ramp;
import io.sluice.bench.load.Sweep;
import io.sluice.bench.load.WarmUpRule;
import io.sluice.bench.run.LevelSource;
import io.sluice.bench.workload.Workload;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * How much load there is, and for how long.
 *
 * @param levels the levels; none if the command is to look for them itself
 * @param sweep the number of levels of a sweep, if one is wanted
 * @param arrival how the requests of open loads are spread
 * @param extent how long each level lasts
 * @param rounds how often each level runs
 * @param mostInFlight the most requests under way in open loads
 */
record LoadOptions(
    List<LoadLevel> levels,
    OptionalInt sweep,
    Arrival arrival,
    Extent extent,
    int rounds,
    OptionalInt mostInFlight) {
  /** Flags that speak of a level, so that one is wanted and none is looked for. */
  private static final List<FlagKey> OF_A_LEVEL =
      List.of(FlagKey.FOR, FlagKey.REQUESTS, FlagKey.ROUNDS, FlagKey.SLO);

  private static final String SWEEP_LEVELS = "8";
  private static final int SATURATING = 64;
  private static final Duration USUAL = Duration.ofSeconds(60);

  LoadOptions {
    levels = List.copyOf(levels);
  }

  static ArgGroupSpec flags() {
    return Flag.group(
        "The load",
        Flag.value(FlagKey.CONCURRENCY, "N,…", "closed load: so many streams at once, in turn"),
        Flag.value(FlagKey.RATE, "N,…", "open load: so many requests a second, in turn"),
        Flag.value(FlagKey.ARRIVAL, "KIND", "constant, poisson (the default) or gamma:SHAPE"),
        Flag.value(FlagKey.RAMP, "FROM..TO/TIME", "closed load that grows, such as 1..50/60s"),
        Flag.optional(
            FlagKey.SWEEP,
            "N",
            SWEEP_LEVELS,
            "N levels: one stream, "
                + SATURATING
                + " streams, and rates between; stops when overloaded"),
        Flag.value(FlagKey.FOR, "TIME", "how long each level lasts; 60s"),
        Flag.value(FlagKey.REQUESTS, "N", "so many requests each level, instead of a time"),
        Flag.value(FlagKey.WARMUP, "TIME|N|N%", "what of it is not measured; a tenth unless given"),
        Flag.value(FlagKey.COOLDOWN, "TIME", "how long requests may end after it; 0s"),
        Flag.value(FlagKey.ROUNDS, "N", "how often each level runs; 1"),
        Flag.value(
            FlagKey.MAX_IN_FLIGHT, "N", "open load: at most N under way; the others wait, counted"),
        Flag.value(
            FlagKey.SLO, "LIMITS", "what a good answer meets: ttft<500ms,tpot<50ms,e2e<10s"));
  }

  static LoadOptions of(Arguments arguments) {
    FlagRules.check(
        arguments, List.of(FlagKey.CONCURRENCY, FlagKey.RATE, FlagKey.RAMP, FlagKey.SWEEP));
    FlagRules.check(arguments, List.of(FlagKey.FOR, FlagKey.REQUESTS));
    FlagRules.check(arguments, List.of(FlagKey.RATE, FlagKey.SWEEP, FlagKey.TRACE));
    OptionalInt sweep = count(arguments, FlagKey.SWEEP, 3);
    OptionalInt most = count(arguments, FlagKey.MAX_IN_FLIGHT, 1);
    List<LoadLevel> levels = levels(arguments);
    boolean trace = arguments.flagged(FlagKey.TRACE);
    if (levels.isEmpty()
        && sweep.isEmpty()
        && !trace
        && OF_A_LEVEL.stream().anyMatch(arguments::flagged)) {
      levels = List.of(new LoadLevel.Closed(1));
    }
    boolean open = levels.stream().anyMatch(LoadLevel.Open.class::isInstance);
    if (most.isPresent() && !open && sweep.isEmpty()) {
      throw new UsageException(
          FlagKey.MAX_IN_FLIGHT.flag() + " is for open loads; use it with " + FlagKey.RATE.flag());
    }
    return new LoadOptions(
        levels,
        sweep,
        arguments
            .value(FlagKey.ARRIVAL)
            .map(given -> FlagRules.read(given, Arrival::parse))
            .orElseGet(Arrival::poisson),
        extent(arguments),
        count(arguments, FlagKey.ROUNDS, 1).orElse(1),
        most);
  }

  private static List<LoadLevel> levels(Arguments arguments) {
    Optional<LoadLevel> ramp =
        arguments
            .value(FlagKey.RAMP)
            .map(given -> new LoadLevel.Rising(FlagRules.read(given, Ramp::parse)));
    if (ramp.isPresent()) {
      return List.of(ramp.get());
    }
    List<LoadLevel> closed =
        all(arguments, FlagKey.CONCURRENCY, value -> new LoadLevel.Closed(whole(value)));
    return closed.isEmpty() ? all(arguments, FlagKey.RATE, LoadLevel.Open::new) : closed;
  }

  private static int whole(double value) {
    if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("'" + value + "' is no number of streams");
    }
    return (int) value;
  }

  /** The flag of the call itself: settings files have a rate, which is the simulator's. */
  private static List<LoadLevel> all(
      Arguments arguments, FlagKey flag, DoubleFunction<LoadLevel> level) {
    List<LoadLevel> levels = new ArrayList<>();
    for (SettingValue given : arguments.chosenValues(flag)) {
      for (String each : given.text().split(",", -1)) {
        double value = new SettingValue(given.by(), each).number();
        levels.add(FlagRules.read(given, text -> level.apply(value)));
      }
    }
    return levels;
  }

  private static Extent extent(Arguments arguments) {
    OptionalInt requests = count(arguments, FlagKey.REQUESTS, 1);
    Duration time = arguments.value(FlagKey.FOR).map(SettingValue::duration).orElse(USUAL);
    if (time.isZero()) {
      throw new UsageException(FlagKey.FOR.flag() + " is 0; use a time such as 60s");
    }
    WarmUpRule warmUp =
        arguments
            .value(FlagKey.WARMUP)
            .map(given -> FlagRules.read(given, WarmUpRule::parse))
            .orElseGet(WarmUpRule::usual);
    Duration coolDown =
        arguments.value(FlagKey.COOLDOWN).map(SettingValue::duration).orElse(Duration.ZERO);
    return requests.isPresent()
        ? Extent.of(requests.getAsInt()).warmUp(warmUp)
        : new Extent(time, OptionalInt.empty(), warmUp, coolDown);
  }

  private static OptionalInt count(Arguments arguments, FlagKey flag, int least) {
    Optional<SettingValue> given = arguments.chosen(flag);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    int count = given.get().count();
    if (count < least) {
      throw new UsageException(given.get().by() + " is '" + count + "'; use " + least + " or more");
    }
    return OptionalInt.of(count);
  }

  /** Whether nothing is said of the load, so that the command looks for it itself. */
  boolean isOpenQuestion() {
    return levels.isEmpty() && sweep.isEmpty();
  }

  /** The levels that are said; a trace has one of its own, by its times, if none is. */
  LevelSource source(Workload workload) {
    List<Long> moments = workload.moments();
    if (!moments.isEmpty() && levels.isEmpty()) {
      double seconds = Math.max(1, moments.get(moments.size() - 1) / 1e9);
      return LevelSource.of(List.of(new LoadLevel.Open(moments.size() / seconds)));
    }
    return sweep.isPresent()
        ? LevelSource.of(new Sweep(sweep.getAsInt(), SATURATING))
        : LevelSource.of(levels);
  }

  /** The most streams that closed levels have at once. */
  int streams() {
    int named =
        levels.stream()
            .filter(level -> !(level instanceof LoadLevel.Open))
            .mapToInt(level -> (int) level.value())
            .max()
            .orElse(0);
    return Math.max(named, Math.max(SATURATING, mostInFlight.orElse(0)));
  }
}
