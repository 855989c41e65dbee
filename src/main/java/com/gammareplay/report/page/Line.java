package com.gammareplay.report.page;

/** A line of an SVG picture in whole units, as the data of a path. It may have gaps. */
final class Line {

    private final StringBuilder path = new StringBuilder();
    private boolean isDown;
    private long y;
    private boolean isLevel;
    private int beforeLevel;

    /** Goes on to a point; on a level of several points only its ends are kept. */
    Line to(double toX, double toY) {
        var nextX = Math.round(toX);
        var nextY = Math.round(toY);
        var staysLevel = isDown && nextY == y;
        if (staysLevel && isLevel) {
            path.setLength(beforeLevel);
        }
        beforeLevel = path.length();
        path.append(isDown ? 'L' : 'M').append(nextX).append(' ').append(nextY);
        isLevel = staysLevel;
        isDown = true;
        y = nextY;
        return this;
    }

    /** Keeps its height up to a point and goes there upright. */
    Line stepTo(double toX, double toY) {
        return (isDown ? to(toX, (double) y) : this).to(toX, toY);
    }

    /** The next point begins anew. */
    void lift() {
        isDown = false;
        isLevel = false;
    }

    /** Closes the area between the line and a height. */
    String area(long height) {
        return path.isEmpty() ? "" : path + "V" + height + "H0Z";
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
