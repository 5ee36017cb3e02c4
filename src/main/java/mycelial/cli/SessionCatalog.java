package mycelial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mycelial.colony.SessionFolder;
import mycelial.storage.MessageFilter;
import mycelial.storage.SessionLock;
import mycelial.storage.StorageException;
import mycelial.storage.StoredMessage;
import mycelial.storage.StoredSession;
import mycelial.storage.TradeQueries;

/**
 * Every session of a data folder: those of its own databases, and each that has a folder of its
 * own.
 *
 * @param sessions in the order of their start
 * @param unreadable one sentence for each database that cannot be read
 */
record SessionCatalog(List<ListedSession> sessions, List<String> unreadable) {

  static SessionCatalog of(Path dataDir) {
    List<ListedSession> sessions = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path folder : folders(dataDir)) {
      try {
        sessions.addAll(in(folder));
      } catch (StorageException bad) {
        unreadable.add(String.valueOf(bad.getMessage()));
      }
    }
    sessions.sort(Comparator.comparing(ListedSession::started).thenComparing(ListedSession::id));
    return new SessionCatalog(sessions, unreadable);
  }

  private static List<Path> folders(Path dataDir) {
    List<Path> folders = new ArrayList<>(List.of(dataDir));
    Path own = SessionFolder.sessions(dataDir);
    if (Files.isDirectory(own)) {
      try (Stream<Path> found = Files.list(own)) {
        found.sorted().forEach(folders::add);
      } catch (IOException failed) {
        throw new UncheckedIOException("cannot list " + own, failed);
      }
    }
    return folders.stream().filter(each -> Files.exists(each.resolve("trades.db"))).toList();
  }

  private static List<ListedSession> in(Path folder) {
    // Looked at first: a session that ends in between is then read with its end.
    boolean isLive = SessionLock.isHeld(folder);
    try (TradeQueries queries = TradeQueries.open(folder)) {
      List<ListedSession> listed = new ArrayList<>();
      for (StoredSession stored : queries.sessions()) {
        listed.add(ListedSession.of(stored, queries.summary(stored.info().id()), folder, isLive));
      }
      return listed;
    }
  }

  Optional<ListedSession> find(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }

  static List<StoredMessage> messages(ListedSession session, MessageFilter filter) {
    try (TradeQueries queries = TradeQueries.open(Path.of(session.folder()))) {
      return queries.messages(session.id(), filter);
    }
  }
}
