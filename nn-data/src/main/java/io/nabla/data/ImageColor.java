package io.nabla.data;

/** Which numbers a pixel of an image file becomes. */
public enum ImageColor {
    /** One: how light it is. Of colours, 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), rounded. */
    GREY(1),
    /** Three: red, green and blue. They are the same for a grey pixel. */
    RGB(3);

    private final int channels;

    ImageColor(int channels) {
        this.channels = channels;
    }

    /** How many numbers: 1 or 3. */
    public int channels() {
        return channels;
    }
}
