package mycelial.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import mycelial.colony.AgentView.Sheet;
import sim.display.GUIState;
import sim.portrayal.Inspector;
import sim.portrayal.SimpleInspector;

/**
 * An agent's properties, and beneath them its tables. Looks only; Swing's thread, which holds the
 * schedule's monitor while it looks.
 */
final class AgentInspector extends Inspector {
  private static final long serialVersionUID = 1L;
  private static final int MOST_PROPERTIES = 100;
  private static final int MOST_ROWS = 8;
  private static final int WIDE = 640;
  private static final int EDGE = 8;
  private static final int LETTER = 7;
  private static final int MOST_LETTERS = 130;

  private final SimpleInspector properties;
  private final transient List<Table> tables = new ArrayList<>();

  /** A table on the screen and what it reads. */
  private record Table(
      Sheet sheet, DefaultTableModel model, JTable shown, JScrollPane scroll, JLabel title) {}

  AgentInspector(ViewProperties shown, List<Sheet> sheets, GUIState gui) {
    properties = new SimpleInspector(shown, gui, null, MOST_PROPERTIES);
    setLayout(new BorderLayout());
    setVolatile(true);
    JPanel all = new JPanel();
    all.setLayout(new BoxLayout(all, BoxLayout.Y_AXIS));
    for (Sheet sheet : sheets) {
      add(sheet, all);
    }
    all.add(left(properties));
    add(all, BorderLayout.CENTER);
    fill();
  }

  private void add(Sheet sheet, JPanel all) {
    DefaultTableModel model =
        new DefaultTableModel(sheet.columns().toArray(), 0) {
          private static final long serialVersionUID = 1L;

          @Override
          public boolean isCellEditable(int row, int column) {
            return false;
          }
        };
    JTable table = new JTable(model);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
    JLabel title = new JLabel(sheet.title());
    title.setFont(title.getFont().deriveFont(Font.BOLD));
    JScrollPane scroll = new JScrollPane(table);
    int height = table.getRowHeight() * (MOST_ROWS + 2);
    scroll.setPreferredSize(new Dimension(WIDE, height));
    scroll.setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
    all.add(left(title));
    all.add(left(scroll));
    all.add(Box.createVerticalStrut(EDGE));
    tables.add(new Table(sheet, model, table, scroll, title));
  }

  private static Component left(JComponent component) {
    component.setAlignmentX(LEFT_ALIGNMENT);
    return component;
  }

  private void fill() {
    for (Table table : tables) {
      List<List<String>> rows = table.sheet().rows().get();
      table.model().setRowCount(0);
      rows.forEach(row -> table.model().addRow(row.toArray()));
      table.title().setText(table.sheet().title() + (rows.isEmpty() ? ": none yet" : ""));
      table.scroll().setVisible(!rows.isEmpty());
      widen(table.shown());
    }
  }

  /** Columns are as wide as their words, within reason. */
  private static void widen(JTable table) {
    for (int column = 0; column < table.getColumnCount(); column++) {
      int letters = table.getColumnName(column).length();
      for (int row = 0; row < table.getRowCount(); row++) {
        letters = Math.max(letters, String.valueOf(table.getValueAt(row, column)).length());
      }
      int width = LETTER * (Math.min(letters, MOST_LETTERS) + 2);
      table.getColumnModel().getColumn(column).setPreferredWidth(width);
    }
  }

  @Override
  public void updateInspector() {
    properties.updateInspector();
    fill();
  }
}
