package io.sluice.cli.archive;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.UsageException;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the run that people mean: by the beginning of its id, or as the last one. */
public final class RunIds {
  static final String LAST = "last";
  private static final int SHOWN = 4;

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
    List<String> ids = archive.ids(given, SHOWN);
    if (ids.size() > 1 && !ids.get(0).equals(given)) {
      String more = ids.size() == SHOWN ? ", …" : "";
      throw new UsageException(
          "several runs are called '"
              + given
              + "': "
              + String.join(", ", ids.subList(0, Math.min(ids.size(), SHOWN - 1)))
              + more
              + "; write more of the id");
    }
    return ids.isEmpty() ? Optional.empty() : archive.find(ids.get(0));
  }

  /**
   * The run.
   *
   * @throws UsageException if there is none or several
   */
  static ArchivedRun get(Archive archive, String given) throws IOException {
    return find(archive, given).orElseThrow(() -> none(given));
  }

  /**
   * The runs of a call of {@code sluice log}; without a word, the last one.
   *
   * @throws UsageException if one of them is none, or several
   */
  public static List<ArchivedRun> all(Call call, List<String> words) throws IOException {
    List<String> given = words.isEmpty() ? List.of(LAST) : words;
    List<ArchivedRun> runs = new ArrayList<>();
    Optional<List<ArchivedRun>> found =
        UserArchive.of(call)
            .read(
                archive -> {
                  for (String word : given) {
                    runs.add(get(archive, word));
                  }
                  return runs;
                });
    return found.orElseThrow(() -> none(given.get(0)));
  }

  private static UsageException none(String given) {
    return new UsageException(
        given.equals(LAST)
            ? "the archive holds no run yet"
            : "there is no run '" + given + "'; 'sluice log list' shows those there are");
  }
}
