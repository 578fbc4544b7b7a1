package io.sluice.cli.archive;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Overflow;
import io.sluice.pipeline.Pipeline;
import io.sluice.settings.PriceList;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.sinks.sqlite.RunQuery;
import io.sluice.sinks.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Whether the runs of a call are kept in the user's archive, and the way into it and back. They are
 * where a person looks on and a server answers, unless the user said otherwise; and where the call
 * asks for the archive itself by going on from a conversation.
 */
public final class Archiving {
  /** What the sink is called in a pipeline; no plugin can be. */
  public static final String SINK = "the archive";

  /** How far it may lag behind, before the stream waits for it. */
  private static final int LAG = 1024;

  /** So many failed attempts in a row are looked past for the last turn that was answered. */
  private static final int LOOKED_AT = 20;

  /** What a person may call a conversation. */
  static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

  private final ArchiveOptions options;
  private final Call call;
  private final Optional<ArchivePlaces> places;

  private Archiving(ArchiveOptions options, Call call, Optional<ArchivePlaces> places) {
    this.options = options;
    this.call = call;
    this.places = places;
  }

  /**
   * For the answers of one call.
   *
   * @param byServer whether a server gives them, and not the built-in model
   */
  public static Archiving of(ArchiveOptions options, boolean byServer, Call call) {
    if (options.goesOn() && !options.declined()) {
      Optional<ArchivePlaces> places = Optional.of(ArchivePlaces.required(call.environment()));
      return new Archiving(options, call, places);
    }
    boolean watched = call.streams().terminals().out() || call.streams().terminals().err();
    boolean wanted = watched && byServer && !isDeclined(options, call);
    return new Archiving(
        options, call, ArchivePlaces.of(call.environment()).filter(known -> wanted));
  }

  /** Whether the user wants nothing to be kept of what is said: never, or not of this call. */
  public static boolean isDeclined(ArchiveOptions options, Call call) {
    return options.declined()
        || ArchivePlaces.of(call.environment())
            .filter(known -> known.toggle().position() == ArchiveSwitch.Position.OFF)
            .isPresent();
  }

  /** Whether runs are kept. */
  boolean on() {
    return places.isPresent();
  }

  /** Adds what keeps the next run and its count, as one of that conversation, if runs are kept. */
  public void addTo(
      Pipeline.Builder pipeline, ArchivedConversation conversation, RunTokens tokens) {
    places.ifPresent(
        kept -> pipeline.to(SINK, new ArchiveSink(kept, conversation, tokens, call), delivery()));
  }

  /**
   * How runs are delivered to what keeps them: they do not wait for it, unless it is far behind.
   */
  public static Delivery delivery() {
    return delivery(Delivery.watching());
  }

  /** As {@link #delivery()}, where runs need what keeps them as {@code need} says. */
  public static Delivery delivery(Delivery need) {
    return need.buffered(LAG, Overflow.BLOCK);
  }

  /**
   * What keeps the runs of a server, a sink for each; empty if runs are not kept.
   *
   * @param prices what tokens cost
   * @param meant which of the runs are kept
   * @param required whether a run does not begin that cannot be kept
   */
  public Optional<Supplier<Sink>> sinks(
      PriceList prices, Predicate<StreamContext> meant, Predicate<StreamContext> required) {
    return places.map(
        kept ->
            () ->
                new ServedRunSink(
                    meant,
                    required,
                    (conversation, tokens) -> new ArchiveSink(kept, conversation, tokens, call),
                    prices));
  }

  /** The archive, to look runs up in; empty if runs are not kept. */
  public Optional<Path> file() {
    places.ifPresent(kept -> SqliteLibrary.keepIn(kept.libraries()));
    return places.map(ArchivePlaces::file);
  }

  /**
   * The conversation that the options name, with its turns; a new one if they name none.
   *
   * @throws UsageException in one line, if there is no such conversation
   */
  public ArchivedConversation conversation() {
    Optional<String> conversation = options.conversation();
    if (conversation.isPresent() && options.last()) {
      throw new UsageException(
          FlagKey.CONTINUE.flag()
              + " and "
              + FlagKey.CONVERSATION.flag()
              + " exclude each other; leave one of them");
    }
    return conversation
        .or(() -> options.last() ? Optional.of(RunIds.LAST) : Optional.empty())
        .map(this::named)
        .orElseGet(ArchivedConversation::begun);
  }

  /**
   * The conversation that is called so, or that the run belongs to whose id begins so; {@code last}
   * is the one of the last run. A name that nothing has yet is that of a new one.
   *
   * @throws UsageException in one line, if there is none and it could not be a name
   */
  ArchivedConversation named(String name) {
    Optional<ArchivedConversation> found = found(name);
    if (found.isPresent()) {
      return found.get();
    }
    if (name.equals(RunIds.LAST)) {
      throw new UsageException("there is nothing to go on from: the archive holds no run yet");
    }
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "there is no run or conversation '"
              + name
              + "'; 'sluice log list' shows those there are, and a new name begins with a letter");
    }
    call.notices().notice("a new conversation begins: " + name);
    return ArchivedConversation.begun(name);
  }

  /**
   * Takes a conversation back: when it goes on in another call, no more than its first {@code
   * messages} messages are sent, unless runs of it follow. The archive keeps all of them.
   *
   * @throws IOException in one line, if that cannot be noted
   */
  public void takeBack(ArchivedConversation conversation, int messages) throws IOException {
    Optional<String> name = conversation.name();
    if (places.isEmpty() || name.isEmpty()) {
      return;
    }
    RunQuery its = RunQuery.all().conversation(name.get());
    Optional<ArchivedRun> newest =
        UserArchive.of(call).read(archive -> archive.newest(its)).flatMap(run -> run);
    if (newest.isPresent()) {
      places.get().cuts().put(new ConversationCuts.Cut(name.get(), newest.get().id(), messages));
    }
  }

  /** What cannot be gone on from is not sent, so that it is for the user to correct. */
  private Optional<ArchivedConversation> found(String name) {
    try {
      return UserArchive.of(call)
          .read(archive -> found(archive, name))
          .flatMap(conversation -> conversation);
    } catch (IOException unreadable) {
      throw UsageException.of(unreadable);
    }
  }

  private Optional<ArchivedConversation> found(Archive archive, String name) throws IOException {
    Optional<ArchivedRun> newest = archive.newest(RunQuery.all().conversation(name));
    Optional<ArchivedRun> meant = newest.isPresent() ? newest : RunIds.find(archive, name);
    return meant.isPresent()
        ? Optional.of(answered(archive, meant.get().conversation()))
        : Optional.empty();
  }

  /** From the last turn that got an answer and was not taken back. */
  private ArchivedConversation answered(Archive archive, String name) throws IOException {
    List<ArchivedRun> runs = new ArrayList<>();
    archive.list(RunQuery.all().conversation(name).limit(LOOKED_AT), (run, asked) -> runs.add(run));
    Optional<ConversationCuts.Cut> cut = ArchivePlaces.required(call.environment()).cuts().of(name);
    long most = Long.MAX_VALUE;
    for (ArchivedRun run : runs) {
      if (cut.filter(taken -> taken.run().equals(run.id())).isPresent()) {
        most = cut.get().messages();
      }
      ArchivedConversation after = ArchivedConversation.after(run);
      if (run.reply().isPresent() && after.length() <= most) {
        return after;
      }
    }
    return ArchivedConversation.begun(name);
  }
}
