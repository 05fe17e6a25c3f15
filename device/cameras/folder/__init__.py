"""A folder of pictures or a video file, played as a camera without any camera software."""
