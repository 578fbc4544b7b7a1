package io.sluice.server.runs;

import io.sluice.replay.UnknownRunException;
import io.sluice.server.archive.FoundRun;
import io.sluice.server.archive.PastRun;
import io.sluice.server.archive.RemoteRuns;
import io.sluice.server.archive.RunArchive;
import io.sluice.server.http.Refusal;
import io.sluice.stream.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds runs: on the shelf, or else in the archive, from which they are put back onto the shelf, or
 * else among those of other processes, which are then followed. A run that has no end in the
 * archive may go on in another process, so it is looked up each time. Places are read on executors,
 * and never by the caller. A stage fails with a {@link Refusal} if there is no such run of this
 * owner, and with an UncheckedIOException, whose message is one line, if a place cannot be read.
 * Thread-safe.
 */
public final class RunLookup {

  private final RunShelf shelf;
  private final Optional<RunArchive> archive;
  private final Executor files;
  private final Optional<RemoteRuns> remote;
  private final Executor network;

  /**
   * Looks on a shelf, in an archive, and elsewhere.
   *
   * @param archive empty if there is none
   * @param files where the archive is read
   * @param remote where runs of other processes are; empty if nowhere
   * @param network where those are looked for, which may take its time
   */
  public RunLookup(
      RunShelf shelf,
      Optional<RunArchive> archive,
      Executor files,
      Optional<RemoteRuns> remote,
      Executor network) {
    this.shelf = shelf;
    this.archive = archive;
    this.files = files;
    this.remote = remote;
    this.network = network;
  }

  /** Whether there is an archive. */
  public boolean hasArchive() {
    return archive.isPresent();
  }

  /** The run of that name. */
  public CompletionStage<ServedRun> find(String owner, String id) {
    Optional<ServedRun> held = settled(owner, id);
    if (held.isPresent()) {
      return CompletableFuture.completedFuture(held.get());
    }
    return read(kept -> recovered(kept, owner, id))
        .thenCompose(
            run ->
                run.isPresent()
                    ? CompletableFuture.completedFuture(run.get())
                    : elsewhere(owner, id));
  }

  private CompletionStage<ServedRun> elsewhere(String owner, String id) {
    if (remote.isEmpty()) {
      return CompletableFuture.failedFuture(none(id));
    }
    RemoteRuns place = remote.get();
    return CompletableFuture.supplyAsync(() -> followed(place, owner, id), network);
  }

  private ServedRun followed(RemoteRuns place, String owner, String id) {
    Optional<ServedRun> meanwhile = shelf.held(owner, id);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    try {
      Source source = place.find(id);
      String whose = source.attributes().getOrDefault(RunArchive.OWNER, RunArchive.STANDARD_OWNER);
      if (!whose.equals(owner)) {
        throw none(id);
      }
      String endpoint = source.endpoint();
      return shelf.follow(
          new ReceivedRun(id, Instant.now(), owner, endpoint, source, Optional.empty()));
    } catch (UnknownRunException unknown) {
      throw Refusal.notFound(String.valueOf(unknown.getMessage()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable.getMessage(), unreadable);
    }
  }

  /** The time at which the run of that name began. */
  public CompletionStage<Instant> began(String owner, String id) {
    Optional<ServedRun> held = shelf.held(owner, id);
    if (held.isPresent()) {
      return CompletableFuture.completedFuture(held.get().context().started());
    }
    return read(kept ->
            kept.find(owner, id).map(past -> past.open().started().orElse(Instant.EPOCH)))
        .thenApply(time -> time.orElseThrow(() -> none(id)));
  }

  /**
   * Removes a run that has ended, for good.
   *
   * @return a stage that also fails with a Refusal if the run is under way
   */
  public CompletionStage<Void> remove(String owner, String id) {
    Optional<ServedRun> held = shelf.held(owner, id);
    if (held.isPresent() && !shelf.remove(held.get())) {
      throw new Refusal(409, "run_is_live", "the run '" + id + "' is under way; stop it first");
    }
    return read(kept -> {
          boolean there = held.isPresent() || kept.find(owner, id).isPresent();
          if (there) {
            kept.remove(id);
          }
          return Optional.of(there);
        })
        .thenAccept(
            there -> {
              if (held.isEmpty() && !there.orElse(false)) {
                throw none(id);
              }
            });
  }

  /** The runs of the archive, as {@link RunArchive#list} gives them; none without an archive. */
  public CompletionStage<List<PastRun>> list(String owner, Optional<Instant> before, int limit) {
    return read(kept -> Optional.of(kept.list(owner, before, limit)))
        .thenApply(found -> found.orElse(List.of()));
  }

  /** The runs in which words are, as {@link RunArchive#search} gives them. */
  public CompletionStage<List<FoundRun>> search(String owner, List<String> words, int limit) {
    return read(kept -> Optional.of(kept.search(owner, words, limit)))
        .thenApply(found -> found.orElse(List.of()));
  }

  private Optional<ServedRun> recovered(RunArchive kept, String owner, String id)
      throws IOException {
    Optional<ServedRun> meanwhile = settled(owner, id);
    if (meanwhile.isPresent()) {
      return meanwhile;
    }
    Optional<PastRun> past = kept.find(owner, id);
    return past.isPresent()
        ? Optional.of(shelf.recover(kept, owner, past.get()))
        : Optional.empty();
  }

  /** The run of the shelf, unless its end was only added when it was read back. */
  private Optional<ServedRun> settled(String owner, String id) {
    return shelf.held(owner, id).filter(run -> !run.wasKilled());
  }

  private <T> CompletionStage<Optional<T>> read(Use<T> use) {
    if (archive.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    RunArchive kept = archive.get();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return use.of(kept);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
          }
        },
        files);
  }

  private static Refusal none(String id) {
    return Refusal.notFound("there is no run '" + id + "', or it is no longer kept");
  }

  @FunctionalInterface
  private interface Use<T> {
    Optional<T> of(RunArchive archive) throws IOException;
  }
}
