package io.sluice.cli.archive;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.UsageException;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the runs that people mean: by the beginning or the ending of an id, as the last one, or by
 * the name of their conversation.
 */
public final class RunIds {
  static final String LAST = "last";
  private static final int SHOWN = 4;

  /** Among so many conversations the name is looked for that a wrong one resembles. */
  private static final int LOOKED_AT = 1000;

  private RunIds() {}

  /**
   * The run; absent if none is called so.
   *
   * @throws UsageException if several are
   */
  static Optional<ArchivedRun> find(Archive archive, String given) throws IOException {
    if (given.equals(LAST)) {
      return archive.last();
    }
    List<String> ids = matching(archive, given);
    if (ids.size() > 1) {
      throw several(given, ids);
    }
    return ids.isEmpty() ? Optional.empty() : archive.find(ids.get(0));
  }

  /**
   * The runs that the words of a call of {@code sluice log} mean, word by word; without a word, the
   * last one.
   *
   * @throws UsageException if a word means nothing, or several runs
   */
  public static List<RunChoice> all(Call call, List<String> words) throws IOException {
    List<String> given = words.isEmpty() ? List.of(LAST) : words;
    List<RunChoice> choices = new ArrayList<>();
    Optional<List<RunChoice>> found =
        UserArchive.of(call)
            .read(
                archive -> {
                  for (String word : given) {
                    choices.add(choice(archive, word));
                  }
                  return choices;
                });
    return found.orElseThrow(() -> none(given.get(0), List.of()));
  }

  /** A run if the word is the id of one, else a conversation. */
  private static RunChoice choice(Archive archive, String given) throws IOException {
    if (given.equals(LAST)) {
      return archive
          .last()
          .map(run -> RunChoice.of(run.id()))
          .orElseThrow(() -> none(given, List.of()));
    }
    List<String> ids = matching(archive, given);
    if (ids.size() == 1) {
      return RunChoice.of(ids.get(0));
    }
    List<String> runs = archive.conversation(given);
    if (!runs.isEmpty()) {
      return RunChoice.ofConversation(given, runs);
    }
    throw ids.isEmpty() ? none(given, names(archive)) : several(given, ids);
  }

  /**
   * The whole conversation that is called so, or that the run belongs to whose id this is.
   *
   * @throws UsageException if there is none, or the id is that of several
   */
  public static RunChoice conversation(Call call, String given) throws IOException {
    Optional<RunChoice> found =
        UserArchive.of(call)
            .read(
                archive -> {
                  List<String> runs = archive.conversation(given);
                  return runs.isEmpty()
                      ? around(archive, given)
                      : RunChoice.ofConversation(given, runs);
                });
    return found.orElseThrow(() -> none(given, List.of()));
  }

  private static RunChoice around(Archive archive, String id) throws IOException {
    Optional<ArchivedRun> run = find(archive, id);
    if (run.isEmpty()) {
      throw none(id, names(archive));
    }
    String name = run.get().conversation();
    return RunChoice.ofConversation(name, archive.conversation(name));
  }

  /** The run with exactly this id, or the runs with an id that it is a part of. */
  private static List<String> matching(Archive archive, String given) throws IOException {
    return archive.find(given).isPresent() ? List.of(given) : archive.ids(given, SHOWN);
  }

  private static List<String> names(Archive archive) throws IOException {
    List<String> names = new ArrayList<>();
    archive.conversations(LOOKED_AT, conversation -> names.add(conversation.name()));
    return names;
  }

  private static UsageException several(String given, List<String> ids) {
    String more = ids.size() == SHOWN ? ", …" : "";
    return new UsageException(
        "several runs are called '"
            + given
            + "': "
            + String.join(", ", ids.subList(0, Math.min(ids.size(), SHOWN - 1)))
            + more
            + "; write more of the id");
  }

  private static UsageException none(String given, List<String> names) {
    if (given.equals(LAST)) {
      return new UsageException("the archive holds no run yet");
    }
    String meant =
        NearestName.of(given, names).map(name -> "; did you mean '" + name + "'?").orElse(";");
    return new UsageException(
        "there is no run and no conversation '"
            + given
            + "'"
            + meant
            + " 'sluice log list' and 'sluice log conversations' show those there are");
  }
}
