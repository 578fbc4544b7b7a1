package io.sluice.bench.run;

import io.sluice.bench.audit.LoopWatch;
import io.sluice.bench.audit.MachineProbe;
import io.sluice.bench.load.Arrival;
import io.sluice.bench.measure.BenchClock;
import io.sluice.bench.measure.Objective;
import io.sluice.bench.measure.RequestTimes;
import io.sluice.bench.measure.TextTokens;
import io.sluice.bench.workload.PlannedPrompt;
import io.sluice.bench.workload.Workload;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What all levels of a benchmark have in common. Immutable, but for what it is made of. */
public final class BenchSetup {
  final ChatTransport transport;
  final ChatRequest template;
  final Workload workload;
  final TextTokens.Factory tokens;
  final StreamOptions options;
  final List<Objective> objectives;
  final Arrival arrival;
  final OptionalInt mostInFlight;
  final long seed;
  final BenchClock clock;
  final MachineProbe machine;
  final LoopWatch loops;
  final Consumer<RequestTimes> ended;

  private BenchSetup(Builder builder) {
    transport = builder.transport;
    template = builder.template;
    workload = builder.workload;
    tokens = builder.tokens;
    options = builder.options.retries(Retries.none());
    objectives = builder.objectives;
    arrival = builder.arrival;
    mostInFlight = builder.mostInFlight;
    seed = builder.seed;
    clock = builder.clock;
    machine = builder.machine;
    loops = builder.loops;
    ended = builder.ended;
  }

  /**
   * Starts a setup.
   *
   * @param transport sends the requests; it is not closed by a benchmark
   * @param template a request with the model and all settings; its messages, such as instructions,
   *     stand above each prompt
   * @param workload what is asked
   * @param tokens counts the tokens of answers
   */
  public static Builder builder(
      ChatTransport transport, ChatRequest template, Workload workload, TextTokens.Factory tokens) {
    return new Builder(transport, template, workload, tokens);
  }

  /** The request with that number, ready to be sent. */
  ChatRequest request(long number) {
    PlannedPrompt planned = workload.prompt(number);
    List<Message> messages = new ArrayList<>(template.messages());
    messages.addAll(planned.messages());
    ChatRequest.Builder request = template.toBuilder().messages(messages);
    planned.outputTokens().ifPresent(request::maxTokens);
    return request.build();
  }

  /**
   * Prepares each prompt that is to be tried, and sends none.
   *
   * @throws IllegalArgumentException in one line with the number of the prompt, from 1, if the
   *     server's dialect cannot express it
   */
  void tryPrompts() {
    for (int number = 0; number < workload.tried(); number++) {
      try {
        transport.stream(request(number), options).close();
      } catch (IllegalArgumentException inexpressible) {
        throw new IllegalArgumentException(
            "prompt " + (number + 1) + ": " + inexpressible.getMessage(), inexpressible);
      }
    }
  }

  /** Builds a setup. Mutable; for one thread. */
  public static final class Builder {
    private final ChatTransport transport;
    private final ChatRequest template;
    private final Workload workload;
    private final TextTokens.Factory tokens;
    private StreamOptions options = StreamOptions.defaults();
    private List<Objective> objectives = List.of();
    private Arrival arrival = Arrival.poisson();
    private OptionalInt mostInFlight = OptionalInt.empty();
    private long seed = 1;
    private BenchClock clock = BenchClock.system();
    private MachineProbe machine = MachineProbe.system();
    private LoopWatch loops = LoopWatch.none();
    private Consumer<RequestTimes> ended = request -> {};

    private Builder(
        ChatTransport transport,
        ChatRequest template,
        Workload workload,
        TextTokens.Factory tokens) {
      this.transport = Objects.requireNonNull(transport, "transport");
      this.template = Objects.requireNonNull(template, "template");
      this.workload = Objects.requireNonNull(workload, "workload");
      this.tokens = Objects.requireNonNull(tokens, "tokens");
    }

    /** Sets how requests are sent and awaited; they are never sent again, whatever this says. */
    public Builder options(StreamOptions how) {
      options = how;
      return this;
    }

    /** Sets what a request must meet to be good; by default to be complete. */
    public Builder objectives(List<Objective> all) {
      objectives = List.copyOf(all);
      return this;
    }

    /** Sets how the requests of open loads are spread; by default as of independent users. */
    public Builder arrival(Arrival spread) {
      arrival = spread;
      return this;
    }

    /** Sets the most requests under way in open loads; the others wait, which is measured. */
    public Builder mostInFlight(int most) {
      if (most < 1) {
        throw new IllegalArgumentException(
            "at most " + most + " in flight sends nothing; use at least 1");
      }
      mostInFlight = OptionalInt.of(most);
      return this;
    }

    /** Sets the seed of the schedules; 1 by default. */
    public Builder seed(long number) {
      seed = number;
      return this;
    }

    /** Sets the clock, for tests. */
    public Builder clock(BenchClock other) {
      clock = other;
      return this;
    }

    /** Sets what tells of the machine, for tests. */
    public Builder machine(MachineProbe other) {
      machine = other;
      return this;
    }

    /** Sets what tells how late the transport's event loops are. */
    public Builder loops(LoopWatch watch) {
      loops = watch;
      return this;
    }

    /**
     * Sets what is told of each request that has ended, those of the warm-up included, on any
     * thread and on several at once. It should not block for long.
     */
    public Builder ended(Consumer<RequestTimes> told) {
      ended = told;
      return this;
    }

    /** Returns the setup. */
    public BenchSetup build() {
      return new BenchSetup(this);
    }
  }
}
